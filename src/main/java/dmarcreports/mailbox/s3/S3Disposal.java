package dmarcreports.mailbox.s3;

import dmarcreports.mail.Input;
import dmarcreports.mailbox.Changed;
import dmarcreports.mailbox.Disposal;
import dmarcreports.mailbox.Handling;
import dmarcreports.mailbox.Look;
import dmarcreports.mailbox.server.Unreachable;
import dmarcreports.stored.Fate;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** What becomes of the objects of a bucket: they are remembered, moved or deleted. */
final class S3Disposal implements Disposal {
  private static final int AT_ONCE = 1_000;
  private static final String MOVING =
      "s3:GetObject on what is moved and on where it goes, s3:PutObject there, s3:DeleteObject and"
          + " s3:ListBucket";

  private final S3Session session;
  private final S3Place prefix;
  private final Handling handling;
  private final Consumer<Unreachable> lost;
  private final Map<String, S3Object> uncommitted = new Latest();
  private final Map<String, S3Object> leaving = new LinkedHashMap<>();
  private final Map<String, S3Object> quarantined = new LinkedHashMap<>();
  private boolean failed;

  /**
   * @param lost is told when the store cannot be asked any more
   */
  S3Disposal(S3Session session, S3Place prefix, Handling handling, Consumer<Unreachable> lost) {
    this.session = session;
    this.prefix = prefix;
    this.handling = handling;
    this.lost = lost;
  }

  /** At least those that may not be on disk yet. */
  private static final class Latest extends LinkedHashMap<String, S3Object> {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 5_000;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, S3Object> eldest) {
      return size() > MOST;
    }
  }

  /** What objects of the bucket are remembered under. */
  String account() {
    return prefix.with("").toString();
  }

  boolean failed() {
    return failed;
  }

  @Override
  public Look look(Input input) throws IOException {
    return Look.at(input, false);
  }

  private S3Object remember(Input input, Fate fate) {
    S3Object object = (S3Object) input.remote().orElseThrow();
    handling.memory().read(account(), object.identity(), fate);
    uncommitted.put(input.name(), object);
    return object;
  }

  @Override
  public void stored(Input input, Look look) {
    S3Object object = remember(input, Fate.REPORTS);
    if (handling.after().leaves() && !failed) {
      add(leaving, input, object);
    }
  }

  @Override
  public void nothing(Input input) {
    remember(input, Fate.NOTHING);
  }

  @Override
  public void discarded(Input input, Look look) {
    S3Object object = remember(input, Fate.DISCARDED);
    if (handling.quarantine().isPresent() && !failed) {
      add(quarantined, input, object);
    }
  }

  private void add(Map<String, S3Object> all, Input input, S3Object object) {
    all.put(input.name(), object);
    if (leaving.size() + quarantined.size() >= AT_ONCE) {
      act();
    }
  }

  @Override
  public void keep(String input) {
    leaving.remove(input);
    S3Object object = uncommitted.get(input);
    if (object != null) {
      handling.memory().read(account(), object.identity(), Fate.NOTHING);
    }
  }

  @Override
  public void act() {
    if (leaving.isEmpty() && quarantined.isEmpty()) {
      return;
    }
    handling.commit().run();
    uncommitted.clear();
    try {
      for (S3Object object : leaving.values()) {
        leave(object, handling.after().moveTo());
      }
      for (S3Object object : quarantined.values()) {
        leave(object, handling.quarantine())
            .ifPresent(
                to -> handling.keptElsewhere().accept(object.place().toString(), to.toString()));
      }
    } catch (Unreachable e) {
      lost.accept(e);
    } catch (IOException e) {
      failed = true;
      handling
          .errors()
          .accept(
              prefix
                  + ": objects were read, and could not be "
                  + (handling.after().delete() ? "deleted" : "moved")
                  + ": "
                  + e.getMessage());
    }
    leaving.clear();
    quarantined.clear();
  }

  /**
   * Moves an object, or deletes it.
   *
   * @return where it is now
   */
  private Optional<S3Place> leave(S3Object object, Optional<String> to) throws IOException {
    try {
      Optional<S3Place> copy = Optional.empty();
      if (to.isPresent()) {
        S3Place target = prefix.under(to.get(), object.place().key());
        if (target.equals(object.place())) {
          return Optional.empty();
        }
        copy = Optional.of(copied(object, target));
      }
      delete(object);
      return copy;
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (Changed e) {
      handling.notes().accept(object.place() + ": was changed since it was read; it stays");
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
    S3Place target = wanted;
    if (there(wanted)) {
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

  private boolean there(S3Place place) throws IOException {
    try {
      head(place);
      return true;
    } catch (NoSuchFileException free) {
      return false;
    }
  }

  /** Deletes what was read, and nothing else; of a bucket with versions it becomes an old one. */
  private void delete(S3Object object) throws IOException {
    HeadObjectResponse now = head(object.place());
    if (!object.tag().equals(now.eTag())
        || object.version().isPresent() && !object.version().get().equals(now.versionId())) {
      throw new Changed();
    }
    session.ask(
        object.place(),
        handling.after().delete() ? "s3:DeleteObject" : MOVING,
        store ->
            store.deleteObject(
                request ->
                    request
                        .bucket(object.place().bucket())
                        .key(object.place().key())
                        .ifMatch(object.tag())
                        .requestPayer(session.payer())));
  }
}
