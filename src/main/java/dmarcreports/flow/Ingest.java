package dmarcreports.flow;

import dmarcreports.mail.DocumentVisitor;
import dmarcreports.mail.Input;
import dmarcreports.mail.Opener;
import dmarcreports.mail.Silence;
import dmarcreports.mailbox.Disposal;
import dmarcreports.mailbox.Look;
import dmarcreports.report.DomainName;
import dmarcreports.report.Origin;
import dmarcreports.report.UnreadableReport;
import dmarcreports.report.UnreadableReport.Reason;
import dmarcreports.store.Overtaken;
import dmarcreports.store.ReportSaver;
import dmarcreports.store.ReportStore;
import dmarcreports.store.rows.Outcome;
import dmarcreports.store.rows.TooLong;
import dmarcreports.xml.ReplayableContent;
import dmarcreports.xml.ReportParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Mailbox in, database out: each input is opened, each document in it parsed, each report saved;
 * what cannot be read becomes a line of the ledger.
 */
public final class Ingest implements DocumentVisitor {
  private final ReportStore store;
  private final Opener opener;
  private final Consumer<String> warnings;
  private final Disposal disposal;
  private final OwnDomains domains;
  private final ReportParser parser;
  private final Ledger ledger;
  private String place;
  private Look look;
  private boolean holdsDocuments;
  private boolean readSome;
  private boolean discardedSome;
  private boolean conflicts;

  /**
   * @param warnings takes one line for each input that is discarded or passed over
   * @param disposal what happens to inputs once they are read
   * @param domains those that reports may be about
   */
  public Ingest(
      ReportStore store,
      Opener opener,
      Consumer<String> warnings,
      Disposal disposal,
      OwnDomains domains,
      ReportParser parser) {
    this.store = store;
    this.opener = opener;
    this.warnings = warnings;
    this.disposal = disposal;
    this.domains = domains;
    this.parser = parser;
    ledger = new Ledger(domains.any() ? store.domains() : Set.of());
    store.onOvertaken(this::overtaken);
  }

  /** Reads all inputs in this thread; what the ledger says is on disk. */
  public Ledger run(Iterable<Input> inputs, Progress progress) throws IOException {
    return run(inputs, progress, 1);
  }

  /**
   * Reads all inputs; what the ledger says is on disk.
   *
   * @param jobs how many threads there are; one stores, in the order of the inputs
   */
  public Ledger run(Iterable<Input> inputs, Progress progress, int jobs) throws IOException {
    try (ReadAhead turns =
        new ReadAhead(inputs.iterator(), jobs, opener, parser, disposal, store::read)) {
      while (turns.hasNext()) {
        ReadAhead.Turn turn = turns.next();
        read(turn.input(), turn.whole());
        progress.advance(ledger);
      }
    }
    disposal.act(store);
    return ledger;
  }

  private void read(Input input, Optional<WholeInput> whole) throws IOException {
    holdsDocuments = false;
    readSome = false;
    discardedSome = false;
    conflicts = false;
    place = input.path().map(Look::place).orElse(input.name());
    Optional<String> passedOver = passedOver(input.kind());
    if (passedOver.isPresent()) {
      warnings.accept(input.name() + ": " + passedOver.get());
      ledger.notReport();
      return;
    }
    try {
      if (whole.isPresent()) {
        look = whole.get().look();
        whole.get().tell(this);
      } else {
        look = Look.at(input, disposal);
        opener.open(input, this);
      }
      checkUnchanged();
    } catch (IOException e) {
      unreadable(input, e);
      return;
    }
    store.discards().settle(place);
    if (!holdsDocuments) {
      ledger.notReport();
      return;
    }
    ledger.withDocuments(readSome);
    if (discardedSome) {
      disposal.discarded(input, look.stamp(), store);
    } else if (!conflicts) {
      disposal.stored(input, look.stamp(), store);
    }
  }

  private static Optional<String> passedOver(Input.Kind kind) {
    return switch (kind) {
      case FILE, STDIN -> Optional.empty();
      case LINK -> Optional.of("a link, passed over; to have it read, name it on the command line");
      case NOT_A_FILE -> Optional.of("no regular file; passed over");
    };
  }

  private void unreadable(Input input, IOException e) {
    discard(new Origin(input.name(), List.of()), reason(e));
    ledger.unreadable();
  }

  private static UnreadableReport reason(IOException e) {
    if (e instanceof Silence) {
      return new UnreadableReport(Reason.TIMEOUT, e.getMessage());
    }
    if (e instanceof Changed) {
      return new UnreadableReport(Reason.VANISHED, "was changed while it was read; run again");
    }
    if (e instanceof NoSuchFileException) {
      return new UnreadableReport(Reason.VANISHED, "is gone since it was listed");
    }
    String what =
        e instanceof AccessDeniedException
            ? "may not be read; grant permission and run again"
            : "cannot be read" + (e.getMessage() == null ? "" : ": " + e.getMessage());
    return new UnreadableReport(Reason.UNREADABLE, what);
  }

  /** The input was written to: nobody can say what its bytes are half of. */
  private static final class Changed extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private void checkUnchanged() throws Changed {
    if (!look.isUnchanged()) {
      throw new Changed();
    }
  }

  @Override
  public void document(Origin origin, InputStream bytes) throws IOException {
    ReplayableContent content = new ReplayableContent(bytes);
    Optional<byte[]> hash = content.whole().map(ReportStore::hash);
    document(origin, content, hash, hash.flatMap(store::read), Optional.empty());
  }

  /**
   * A document, read here or before.
   *
   * @param known the policy domain of the report that is stored of the same bytes
   * @param kept what the parser said of it before; empty where it was not asked
   */
  void document(
      Origin origin,
      ReplayableContent content,
      Optional<byte[]> hash,
      Optional<DomainName> known,
      Optional<KeptParse> kept)
      throws IOException {
    if (known.isPresent() && domains.refusal(known.get()).isEmpty()) {
      checkUnchanged();
      holdsDocuments = true;
      readSome = true;
      ledger.duplicate(store.duplicate(hash.orElseThrow()));
      return;
    }
    ReportSaver saver = store.saver(origin, hash);
    SortedSink sink = new SortedSink(saver, domains, look::isUnchanged);
    try {
      boolean isReport =
          kept.isPresent() ? kept.get().tell(sink) : parser.parse(content, origin.name(), sink);
      if (!isReport) {
        return;
      }
      checkUnchanged();
      sink.check();
      holdsDocuments = true;
      readSome = true;
      if (saver.outcome() == Outcome.CONFLICT) {
        conflicts = true;
        keepConflict(origin, content);
      }
      ledger.document(saver, sink.domain());
    } catch (UnreadableReport e) {
      saver.abandon();
      discarded(origin, e);
    } catch (TooLong e) {
      saver.abandon();
      discarded(origin, new UnreadableReport(Reason.XML_LIMIT, e.getMessage()));
    } catch (IOException e) {
      saver.abandon();
      throw e;
    }
  }

  private void overtaken(Overtaken report) {
    ledger.overtaken(report);
    if (report.outcome() == Outcome.CONFLICT) {
      warnConflict(report.origin());
      disposal.keep(report.origin().input());
    }
  }

  private void warnConflict(Origin origin) {
    warnings.accept(
        origin + ": conflict: a report of the same id and other content is stored; not counted");
  }

  private void keepConflict(Origin origin, ReplayableContent content)
      throws UnreadableReport, IOException {
    warnConflict(origin);
    if (content.canRewind()) {
      content.rewind();
      parser.parse(content, origin.name(), store.conflictSaver(origin));
    }
  }

  @Override
  public void discarded(Origin origin, UnreadableReport why) throws IOException {
    checkUnchanged();
    holdsDocuments = true;
    discardedSome = true;
    ledger.discarded();
    discard(origin, why);
  }

  private void discard(Origin origin, UnreadableReport why) {
    store.discards().add(origin, place, why);
    ledger.discard(origin, why);
    warnings.accept(origin + ": " + why.reason().word() + ": " + why.getMessage());
  }
}
