package dmarcreports.mailbox.s3;

import dmarcreports.mail.Remote;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An object as it was listed, and the version of it that was read. */
final class S3Object implements Remote {
  /** Opens objects. */
  interface Opening {
    InputStream open(S3Object object) throws IOException;
  }

  private final Opening opening;
  private final S3Place place;
  private final String tag;
  private final long size;
  private final Instant written;
  private volatile Optional<String> version = Optional.empty();

  /**
   * @param opening what opens it
   * @param tag stands for its content (ETag); null where the store has none
   */
  S3Object(Opening opening, S3Place place, @Nullable String tag, long size, Instant written) {
    this.opening = opening;
    this.place = place;
    this.tag = tag == null ? "" : tag;
    this.size = size;
    this.written = written;
  }

  S3Place place() {
    return place;
  }

  /** Stands for its content (ETag); empty where the store has none. */
  String tag() {
    return tag;
  }

  /** What it is remembered by: another version has another time, another content another tag. */
  String identity() {
    return tag + " " + written.getEpochSecond() + " " + place;
  }

  /** The version that was read, where the bucket has versions. */
  Optional<String> version() {
    return version;
  }

  void read(Optional<String> readVersion) {
    version = readVersion;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public InputStream open() throws IOException {
    return opening.open(this);
  }
}
