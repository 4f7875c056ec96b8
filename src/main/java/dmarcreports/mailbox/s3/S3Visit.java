package dmarcreports.mailbox.s3;

import dmarcreports.mail.Input;
import dmarcreports.mailbox.Disposal;
import dmarcreports.mailbox.Handling;
import dmarcreports.mailbox.Visit;
import dmarcreports.mailbox.server.Outage;
import dmarcreports.mailbox.server.Unreachable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;

/** A way through a bucket: the objects that were not read yet, or those that were asked for. */
final class S3Visit implements Visit {
  /** So many objects are known ahead, so that it can be said how many there are. */
  private static final int KNOWN_AHEAD = 10_000;

  private final S3Session session;
  private final S3Place prefix;
  private final Handling handling;
  private final Optional<List<S3Place>> wanted;
  private final S3Mover mover;
  private final S3Disposal disposal;
  private final Outage outage;
  private Optional<Walk> walk = Optional.empty();

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
  public void end() {
    if (!failed() && walk.isPresent()) {
      walk.get().pages.end();
    }
  }

  @Override
  public OptionalLong count() {
    return wanted.isPresent() ? OptionalLong.of(wanted.get().size()) : walk().count();
  }

  /** The one way through it. */
  @Override
  public Iterator<Input> iterator() {
    return walk();
  }

  private Walk walk() {
    if (walk.isEmpty()) {
      walk =
          Optional.of(
              new Walk(
                  wanted.isPresent()
                      ? new AskedObjects(wanted.get(), mover, handling, this::open)
                      : new UnreadObjects(session, prefix, handling, this::open)));
    }
    return walk.get();
  }

  /** One after the other. */
  private final class Walk implements Iterator<Input> {
    private final ObjectPages pages;
    private final Deque<S3Object> ahead = new ArrayDeque<>();
    private boolean held;
    private boolean ended;

    Walk(ObjectPages pages) {
      this.pages = pages;
    }

    /** How many there are; empty where they are too many to be known ahead. */
    OptionalLong count() {
      while (!ended && !outage.isMet() && ahead.size() < KNOWN_AHEAD) {
        look();
      }
      return ended ? OptionalLong.of(ahead.size()) : OptionalLong.empty();
    }

    private void look() {
      try {
        if (!held) {
          Unreachable.unlessHeld(handling.memory(), prefix.with("").toString());
          held = true;
        }
        Optional<List<S3Object>> more = pages.next();
        ended = more.isEmpty();
        more.ifPresent(ahead::addAll);
      } catch (IOException e) {
        outage.meet(e);
      }
    }

    @Override
    public boolean hasNext() {
      while (ahead.isEmpty() && !ended && !outage.isMet()) {
        look();
      }
      return !ahead.isEmpty() && !outage.isMet();
    }

    @Override
    public Input next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      S3Object object = ahead.pop();
      return Input.of(object.place().toString(), object);
    }
  }
}
