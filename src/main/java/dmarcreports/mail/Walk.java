package dmarcreports.mail;

import dmarcreports.report.UnreadableReport;
import dmarcreports.report.UnreadableReport.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The way through one input, or one message of an mbox: who is told, and what is left to spend. */
final class Walk {
  private static final Set<Reason> LIMITS = EnumSet.of(Reason.ARCHIVE_LIMIT, Reason.MAIL_LIMIT);

  private final Limits limits;
  private final DocumentVisitor visitor;
  private final Budget budget;
  private UnreadableReport told;
  private long findings;

  Walk(Limits limits, DocumentVisitor visitor, Budget budget) {
    this.limits = limits;
    this.visitor = visitor;
    this.budget = budget;
  }

  /** The same for the next message of an mbox, with a budget of its own. */
  Walk next(Budget fresh) {
    return new Walk(limits, visitor, fresh);
  }

  /** Opens whatever it is. */
  void open(Place place, Content content) throws IOException {
    open(place, content, true);
  }

  /**
   * Opens whatever it is.
   *
   * @param mails whether a mail may stand here; the text of a mail is none, however it begins
   */
  void open(Place place, Content content, boolean mails) throws IOException {
    Head head;
    try {
      head = content.head();
    } catch (BrokenContent e) {
      discard(place, e);
      return;
    }
    ContainerKind kind = ContainerKind.of(head);
    if (mails || !kind.isMail()) {
      kind.open(this, place, content);
    }
  }

  /** One layer more, or a word that there are too many. */
  boolean mayEnter(Place place, String kind) throws IOException {
    if (place.containers() < limits.depth()) {
      return true;
    }
    String found = kind + " inside " + limits.depth() + " other containers (--max-depth)";
    discard(place, new BrokenContent(Reason.ARCHIVE_LIMIT, found));
    return false;
  }

  /** Whether an archive may have so many entries; says so if not. */
  boolean mayHave(int entries, Place place, String kind) throws IOException {
    if (entries <= limits.entries()) {
      return true;
    }
    discard(place, new BrokenContent(Reason.ARCHIVE_LIMIT, tooMany(kind)));
    return false;
  }

  String tooMany(String kind) {
    return kind + " with more than " + limits.entries() + " entries (--max-entries)";
  }

  /** Hands a candidate to the visitor. Only the visitor's own exceptions leave this method. */
  void document(Place place, InputStream content) throws IOException {
    findings++;
    if (!mayTell(place, false)) {
      return;
    }
    Candidate candidate = new Candidate(content, limits.documentBytes());
    visitor.document(place.origin(), candidate);
    told = candidate.told().orElse(told);
  }

  /** Tells the visitor of something broken, unless it has met just that while reading. */
  void discard(Place place, BrokenContent broken) throws IOException {
    findings++;
    if (broken.why() != told) {
      told = broken.why();
      if (mayTell(place, LIMITS.contains(told.reason()))) {
        visitor.discarded(place.origin(), told);
      }
    }
  }

  /** Whether one thing more is told of; the last word on an input stands for all that follows. */
  private boolean mayTell(Place place, boolean beyondLimit) throws IOException {
    if (budget.isFull()) {
      return false;
    }
    Optional<BrokenContent> rest = budget.found(beyondLimit);
    if (rest.isPresent()) {
      visitor.discarded(place.origin(), rest.get().why());
    }
    return rest.isEmpty();
  }

  Limits limits() {
    return limits;
  }

  Budget budget() {
    return budget;
  }

  /** How much was told so far. */
  long findings() {
    return findings;
  }
}
