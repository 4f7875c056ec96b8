package dmarcreports.mailbox.s3;

import dmarcreports.mailbox.Handling;
import dmarcreports.stored.Fate;
import dmarcreports.stored.MailboxMemory;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/** What is listed and was not read yet, page by page. */
final class UnreadObjects implements ObjectPages {
  /** What SES writes once, to see whether it may. */
  private static final String NO_REPORT = "AMAZON_SES_SETUP_NOTIFICATION";

  private final S3Session session;
  private final S3Place prefix;
  private final Handling handling;
  private final S3Object.Opening opening;
  private final List<String> leftOut;
  private final MailboxMemory.Sightings sightings;
  private Optional<String> next = Optional.empty();
  private boolean ended;

  /**
   * @param prefix how the keys begin
   */
  UnreadObjects(S3Session session, S3Place prefix, Handling handling, S3Object.Opening opening) {
    this.session = session;
    this.prefix = prefix;
    this.handling = handling;
    this.opening = opening;
    leftOut =
        Stream.concat(handling.after().moveTo().stream(), handling.quarantine().stream())
            .map(S3Place::directory)
            .filter(target -> !prefix.key().startsWith(target))
            .toList();
    sightings = handling.memory().sightings(prefix.toString());
  }

  @Override
  public Optional<List<S3Object>> next() throws IOException {
    if (ended) {
      return Optional.empty();
    }
    ListObjectsV2Response page =
        session.ask(
            prefix,
            "s3:ListBucket on the bucket",
            store ->
                store.listObjectsV2(
                    request ->
                        request
                            .bucket(prefix.bucket())
                            .prefix(prefix.key())
                            .requestPayer(session.payer())
                            .continuationToken(next.orElse(null))));
    next = Optional.ofNullable(page.nextContinuationToken());
    ended = next.isEmpty() || !Boolean.TRUE.equals(page.isTruncated());
    List<S3Object> all =
        page.contents().stream()
            .map(
                found ->
                    new S3Object(
                        opening,
                        prefix.with(found.key()),
                        found.eTag(),
                        found.size(),
                        found.lastModified()))
            .toList();
    sightings.see(all.stream().map(S3Object::identity).toList());
    return Optional.of(unread(all.stream().filter(found -> isRead(found.place().key())).toList()));
  }

  private boolean isRead(String key) {
    return !key.endsWith("/")
        && !key.substring(key.lastIndexOf('/') + 1).equals(NO_REPORT)
        && leftOut.stream().noneMatch(key::startsWith);
  }

  private List<S3Object> unread(List<S3Object> all) {
    Map<String, Fate> read = handling.memory().items(all.stream().map(S3Object::identity).toList());
    return all.stream().filter(object -> !isDone(read.get(object.identity()))).toList();
  }

  private boolean isDone(Fate fate) {
    return fate == Fate.NOTHING
        || fate == Fate.REPORTS && !handling.after().leaves()
        || fate == Fate.DISCARDED && handling.quarantine().isEmpty();
  }

  /** What of the bucket is gone need not be remembered. */
  @Override
  public void end() {
    if (ended) {
      sightings.end();
    }
  }
}
