package dmarcreports.mailbox.s3;

import dmarcreports.mailbox.Changed;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Moves objects to where no other is, and deletes them, as they were when they were read. */
final class S3Mover {
  /** Some stores delete without conditions alone; what is there was looked at just before. */
  private static final int NOT_IMPLEMENTED = 501;

  private static final String MOVING =
      "s3:GetObject on what is moved and on where it goes, s3:PutObject there, s3:DeleteObject and"
          + " s3:ListBucket";

  private final S3Session session;
  private final S3Place prefix;
  private final Consumer<String> notes;

  /**
   * @param prefix how the keys of what is moved begin
   * @param notes takes a line for what has changed meanwhile
   */
  S3Mover(S3Session session, S3Place prefix, Consumer<String> notes) {
    this.session = session;
    this.prefix = prefix;
    this.notes = notes;
  }

  /**
   * Moves an object, or deletes it.
   *
   * @return where it is now
   */
  Optional<S3Place> leave(S3Object object, Optional<String> to) throws IOException {
    if (object.tag().isEmpty()) {
      throw new IOException("the store has no ETag of them, so that a change would go unseen");
    }
    try {
      Optional<S3Place> copy = Optional.empty();
      if (to.isPresent()) {
        S3Place target = prefix.under(to.get(), object.place().key());
        if (target.equals(object.place())) {
          return Optional.empty();
        }
        copy = Optional.of(copied(object, target));
      }
      delete(object, to.isPresent() ? MOVING : "s3:DeleteObject");
      return copy;
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (Changed e) {
      notes.accept(object.place() + ": was changed since it was read; it stays");
      return Optional.empty();
    }
  }

  /** What a store tells of an object. */
  HeadObjectResponse head(S3Place place) throws IOException {
    return session.ask(
        place,
        "s3:GetObject and s3:ListBucket",
        store ->
            store.headObject(
                request ->
                    request.bucket(place.bucket()).key(place.key()).requestPayer(session.payer())));
  }

  /** Copies an object to where no other is, and looks whether it is there. */
  private S3Place copied(S3Object object, S3Place wanted) throws IOException {
    Optional<HeadObjectResponse> there = there(wanted);
    if (there.isPresent() && isCopy(there.get(), object)) {
      return wanted;
    }
    S3Place target = wanted;
    if (there.isPresent()) {
      target = wanted.with(wanted.key() + "." + object.tag().replaceAll("[^0-9A-Za-z-]", ""));
    }
    S3Place to = target;
    session.ask(
        object.place(),
        MOVING,
        store ->
            store.copyObject(
                request ->
                    request
                        .sourceBucket(object.place().bucket())
                        .sourceKey(object.place().key())
                        .copySourceIfMatch(object.tag())
                        .destinationBucket(to.bucket())
                        .destinationKey(to.key())
                        .requestPayer(session.payer())));
    Long size = head(to).contentLength();
    if (size == null || size != object.size()) {
      throw new IOException(to + ": the copy has " + size + " bytes of " + object.size());
    }
    return to;
  }

  /** Whether a run that was ended has come so far. */
  private static boolean isCopy(HeadObjectResponse there, S3Object object) {
    return object.tag().equals(there.eTag())
        && Long.valueOf(object.size()).equals(there.contentLength());
  }

  private Optional<HeadObjectResponse> there(S3Place place) throws IOException {
    try {
      return Optional.of(head(place));
    } catch (NoSuchFileException free) {
      return Optional.empty();
    }
  }

  /** Deletes what was read, and nothing else; of a bucket with versions it becomes an old one. */
  private void delete(S3Object object, String permissions) throws IOException {
    HeadObjectResponse now = head(object.place());
    if (!object.tag().equals(now.eTag())
        || object.version().isPresent() && !object.version().get().equals(now.versionId())) {
      throw new Changed();
    }
    session.ask(object.place(), permissions, store -> deleted(store, object));
  }

  private DeleteObjectResponse deleted(S3Client store, S3Object object) {
    DeleteObjectRequest.Builder request =
        DeleteObjectRequest.builder()
            .bucket(object.place().bucket())
            .key(object.place().key())
            .requestPayer(session.payer());
    try {
      return store.deleteObject(request.ifMatch(object.tag()).build());
    } catch (S3Exception e) {
      if (e.statusCode() != NOT_IMPLEMENTED) {
        throw e;
      }
      return store.deleteObject(request.ifMatch(null).build());
    }
  }
}
