package dmarcreports.flow;

import dmarcreports.mail.Input;
import dmarcreports.mailbox.Changed;
import dmarcreports.mailbox.Disposal;
import dmarcreports.mailbox.Look;
import dmarcreports.mailbox.NotFetched;
import dmarcreports.reading.Document;
import dmarcreports.reading.InputVisitor;
import dmarcreports.reading.ReadAhead;
import dmarcreports.reading.Unreadable;
import dmarcreports.report.Origin;
import dmarcreports.report.UnreadableReport;
import dmarcreports.report.UnreadableReport.Reason;
import dmarcreports.store.ReportSaver;
import dmarcreports.store.ReportStore;
import dmarcreports.store.Saved;
import dmarcreports.store.rows.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** One input while it is read: what was found in it so far, and what follows from that. */
final class OneInput implements InputVisitor {
  private final ReportStore store;
  private final OwnDomains domains;
  private final Ledger ledger;
  private final Complaints complaints;
  private final Input input;
  private final String place;
  private Look look;
  private boolean holdsDocuments;
  private boolean readSome;
  private boolean discardedSome;
  private boolean conflicts;

  /**
   * @param domains those that reports may be about
   */
  OneInput(
      ReportStore store, OwnDomains domains, Ledger ledger, Complaints complaints, Input input) {
    this.store = store;
    this.domains = domains;
    this.ledger = ledger;
    this.complaints = complaints;
    this.input = input;
    place = input.path().map(Look::place).orElse(input.name());
  }

  /** Reads all of it, and says what becomes of it. */
  void read(ReadAhead.Turn turn, Disposal disposal) throws IOException {
    try {
      look = turn.look();
      turn.tell(this);
      checkUnchanged();
    } catch (NotFetched again) {
      return;
    } catch (IOException e) {
      complaints.discard(new Origin(input.name(), List.of()), place, Unreadable.reason(e));
      ledger.unreadable();
      return;
    }
    store.discards().settle(place);
    if (holdsDocuments) {
      ledger.withDocuments(readSome);
    } else {
      ledger.notReport();
    }
    if (discardedSome) {
      disposal.discarded(input, look);
    } else if (holdsDocuments && !conflicts) {
      disposal.stored(input, look);
    } else {
      disposal.nothing(input);
    }
  }

  private void checkUnchanged() throws Changed {
    if (!look.isUnchanged()) {
      throw new Changed();
    }
  }

  @Override
  public void document(Document document) throws IOException {
    if (document.stored().isPresent() && domains.refusal(document.stored().get()).isEmpty()) {
      checkUnchanged();
      foundReport();
      ledger.duplicate(store.duplicate(document.hash().orElseThrow()));
      return;
    }
    try {
      save(document);
    } catch (UnreadableReport e) {
      discarded(document.origin(), e);
    }
  }

  private void foundReport() {
    holdsDocuments = true;
    readSome = true;
  }

  private void save(Document document) throws UnreadableReport, IOException {
    ReportSaver saver = store.saver(document.origin(), document.hash());
    SortedSink sink = new SortedSink(saver, domains, look::isUnchanged);
    boolean isReport;
    try {
      isReport = document.tell(sink);
    } catch (UnreadableReport | IOException e) {
      saver.abandon();
      store.count(saver);
      throw e;
    }
    Optional<Saved> saved = store.count(saver);
    if (!isReport) {
      return;
    }
    sink.check();
    foundReport();
    Saved report = saved.orElseThrow(Changed::new);
    if (report.outcome() == Outcome.CONFLICT) {
      conflicts = true;
      keepConflict(document);
    }
    ledger.document(report, sink.domain());
  }

  private void keepConflict(Document document) throws UnreadableReport, IOException {
    complaints.warnConflict(document.origin());
    ReportSaver saver = store.conflictSaver(document.origin());
    document.tellAgain(saver);
    store.count(saver);
    if (saver.refusal().isPresent()) {
      throw new UnreadableReport(Reason.XML_LIMIT, saver.refusal().get());
    }
  }

  @Override
  public void discarded(Origin origin, UnreadableReport why) throws IOException {
    checkUnchanged();
    holdsDocuments = true;
    discardedSome = true;
    ledger.discarded();
    complaints.discard(origin, place, why);
  }
}
