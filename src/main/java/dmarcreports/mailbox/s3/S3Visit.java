package dmarcreports.mailbox.s3;

import dmarcreports.mail.Input;
import dmarcreports.mailbox.Disposal;
import dmarcreports.mailbox.Handling;
import dmarcreports.mailbox.Visit;
import dmarcreports.mailbox.server.Outage;
import dmarcreports.mailbox.server.Unreachable;
import dmarcreports.stored.Fate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/** A way through a bucket: the objects that were not read yet, or those that were asked for. */
final class S3Visit implements Visit {
  /** What SES writes once, to see whether it may. */
  private static final String NO_REPORT = "AMAZON_SES_SETUP_NOTIFICATION";

  private final S3Session session;
  private final S3Place prefix;
  private final Handling handling;
  private final Optional<List<S3Place>> wanted;
  private final List<String> leftOut;
  private final S3Mover mover;
  private final S3Disposal disposal;
  private boolean held;
  private final Outage outage;

  /**
   * @param prefix how the keys begin
   * @param wanted the objects that are read again; empty for all that were not read yet
   */
  S3Visit(S3Session session, S3Place prefix, Handling handling, Optional<List<S3Place>> wanted) {
    this.session = session;
    this.prefix = prefix;
    this.handling = handling;
    this.wanted = wanted;
    outage = new Outage(prefix.toString(), handling.errors());
    leftOut =
        Stream.concat(handling.after().moveTo().stream(), handling.quarantine().stream())
            .map(S3Place::directory)
            .filter(target -> !prefix.key().startsWith(target))
            .toList();
    mover = new S3Mover(session, prefix, handling.notes());
    disposal = new S3Disposal(mover, prefix, handling, outage::meet);
  }

  private InputStream open(S3Object object) throws IOException {
    return new ObjectStream(session, object, outage::meet);
  }

  @Override
  public Disposal disposal() {
    return disposal;
  }

  @Override
  public boolean failed() {
    return outage.isMet() || disposal.failed();
  }

  @Override
  public void end() {}

  @Override
  public long count() {
    return wanted.isPresent() ? wanted.get().size() : Visit.super.count();
  }

  @Override
  public Iterator<Input> iterator() {
    return new Walk(wanted.isPresent() ? new Asked(wanted.get().iterator()) : new Listing());
  }

  /** Objects, some at a time. */
  private interface Pages {
    /** Empty where there are no more. */
    Optional<List<S3Object>> next() throws IOException;
  }

  /** What is listed and was not read yet, page by page. */
  private final class Listing implements Pages {
    private Optional<String> next = Optional.empty();
    private boolean ended;

    @Override
    public Optional<List<S3Object>> next() throws IOException {
      if (ended) {
        return Optional.empty();
      }
      hold();
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
      return Optional.of(
          unread(
              page.contents().stream()
                  .filter(found -> isRead(found.key()))
                  .map(
                      found ->
                          new S3Object(
                              S3Visit.this::open,
                              prefix.with(found.key()),
                              found.eTag(),
                              found.size(),
                              found.lastModified()))
                  .toList()));
    }

    private boolean isRead(String key) {
      return !key.endsWith("/")
          && !key.substring(key.lastIndexOf('/') + 1).equals(NO_REPORT)
          && leftOut.stream().noneMatch(key::startsWith);
    }

    private List<S3Object> unread(List<S3Object> all) {
      Map<String, Fate> read =
          handling
              .memory()
              .items(disposal.account(), all.stream().map(S3Object::identity).toList());
      List<S3Object> found = new ArrayList<>();
      for (S3Object object : all) {
        Fate fate = read.get(object.identity());
        if (fate == null
            || fate == Fate.REPORTS && handling.after().leaves()
            || fate == Fate.DISCARDED && handling.quarantine().isPresent()) {
          found.add(object);
        }
      }
      return found;
    }
  }

  private void hold() throws Unreachable {
    if (!held && !handling.memory().hold(prefix.toString())) {
      throw new Unreachable("is being read by another run on the same database; run again");
    }
    held = true;
  }

  /** What was asked for, as far as it is there. */
  private final class Asked implements Pages {
    private final Iterator<S3Place> places;

    Asked(Iterator<S3Place> places) {
      this.places = places;
    }

    @Override
    public Optional<List<S3Object>> next() throws IOException {
      if (!places.hasNext()) {
        return Optional.empty();
      }
      S3Place place = places.next();
      try {
        HeadObjectResponse head = mover.head(place);
        return Optional.of(
            List.of(
                new S3Object(
                    S3Visit.this::open,
                    place,
                    head.eTag(),
                    head.contentLength(),
                    head.lastModified())));
      } catch (NoSuchFileException e) {
        handling.gone().accept(place.toString());
        handling.notes().accept(place + ": is gone; no longer listed");
        return Optional.of(List.of());
      }
    }
  }

  /** One after the other. */
  private final class Walk implements Iterator<Input> {
    private final Pages pages;
    private Iterator<S3Object> page = List.<S3Object>of().iterator();
    private boolean ended;

    Walk(Pages pages) {
      this.pages = pages;
    }

    @Override
    public boolean hasNext() {
      while (!page.hasNext() && !ended && !outage.isMet()) {
        try {
          Optional<List<S3Object>> more = pages.next();
          ended = more.isEmpty();
          page = more.orElse(List.of()).iterator();
        } catch (IOException e) {
          outage.meet(e);
        }
      }
      return page.hasNext() && !outage.isMet();
    }

    @Override
    public Input next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      S3Object object = page.next();
      return Input.of(object.place().toString(), object);
    }
  }
}
