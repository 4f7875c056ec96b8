package dmarcreports.mailbox.s3;

import dmarcreports.mailbox.Handling;
import dmarcreports.mailbox.Mailbox;
import dmarcreports.mailbox.Visit;
import dmarcreports.mailbox.server.ServerAccess;
import java.util.List;
import java.util.Optional;

/** The objects of a bucket whose keys begin alike. */
public final class S3Mailbox implements Mailbox {
  private final S3Place prefix;
  private final Optional<List<S3Place>> wanted;
  private final S3Session session;

  private S3Mailbox(S3Place prefix, ServerAccess access, Optional<List<S3Place>> wanted) {
    this.prefix = prefix;
    this.wanted = wanted;
    session = new S3Session(access);
  }

  /** The objects that were not read yet. */
  public static S3Mailbox of(S3Place prefix, ServerAccess access) {
    return new S3Mailbox(prefix, access, Optional.empty());
  }

  /** Some objects of one bucket, read or not. */
  public static S3Mailbox of(List<S3Place> places, ServerAccess access) {
    return new S3Mailbox(
        new S3Place(places.get(0).bucket(), ""), access, Optional.of(List.copyOf(places)));
  }

  @Override
  public List<Visit> visits(Handling handling) {
    return List.of(new S3Visit(session, prefix, handling, wanted));
  }

  @Override
  public void close() {
    session.close();
  }
}
