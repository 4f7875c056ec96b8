package dmarcreports.flow;

import dmarcreports.mail.Input;
import dmarcreports.mail.Opener;
import dmarcreports.mailbox.Disposal;
import dmarcreports.reading.KnownDocuments;
import dmarcreports.reading.ReadAhead;
import dmarcreports.report.DomainName;
import dmarcreports.store.Overtaken;
import dmarcreports.store.ReportStore;
import dmarcreports.store.rows.Outcome;
import dmarcreports.xml.ReportParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Mailbox in, database out: each input is opened, each document in it parsed, each report saved;
 * what cannot be read becomes a line of the ledger.
 */
public final class Ingest {
  private final ReportStore store;
  private final Opener opener;
  private final OwnDomains domains;
  private final ReportParser parser;
  private final Ledger ledger;
  private final Complaints complaints;
  private Disposal disposal = Disposal.none();

  /**
   * @param warnings takes one line for each input that is discarded or passed over
   * @param domains those that reports may be about
   */
  public Ingest(
      ReportStore store,
      Opener opener,
      Consumer<String> warnings,
      OwnDomains domains,
      ReportParser parser) {
    this.store = store;
    this.opener = opener;
    this.domains = domains;
    this.parser = parser;
    ledger = new Ledger(domains.any() ? store.domains() : Set.of());
    complaints = new Complaints(warnings, store.discards(), ledger);
    store.onOvertaken(this::overtaken);
  }

  /**
   * Reads all inputs in this thread, which stay where they are; what the ledger says is on disk.
   */
  public Ledger run(Iterable<Input> inputs, Progress progress) throws IOException {
    return run(inputs, Disposal.none(), progress, 1);
  }

  /**
   * Reads all inputs; what the ledger says is on disk.
   *
   * @param becomes what happens to inputs once they are read
   * @param jobs how many threads there are; one stores, in the order of the inputs
   */
  public Ledger run(Iterable<Input> inputs, Disposal becomes, Progress progress, int jobs)
      throws IOException {
    disposal = becomes;
    try (ReadAhead turns =
        new ReadAhead(inputs.iterator(), jobs, opener, parser, disposal, new Stored(store))) {
      while (turns.hasNext()) {
        read(turns.next());
        progress.advance(ledger);
      }
    }
    store.commit();
    disposal.act();
    return ledger;
  }

  /** What came of all that was read so far. */
  public Ledger ledger() {
    return ledger;
  }

  /** The documents that are stored. */
  private record Stored(ReportStore store) implements KnownDocuments {
    @Override
    public byte[] hash(ByteBuffer document) {
      return ReportStore.hash(document);
    }

    @Override
    public Optional<DomainName> domainOf(byte[] hash) {
      return store.read(hash);
    }
  }

  private void read(ReadAhead.Turn turn) throws IOException {
    Input input = turn.input();
    Optional<String> passedOver = passedOver(input.kind());
    if (passedOver.isPresent()) {
      complaints.warn(input.name(), passedOver.get());
      ledger.notReport();
    } else {
      new OneInput(store, domains, ledger, complaints, input).read(turn, disposal);
    }
  }

  private static Optional<String> passedOver(Input.Kind kind) {
    return switch (kind) {
      case FILE, REMOTE, STDIN -> Optional.empty();
      case LINK -> Optional.of("a link, passed over; to have it read, name it on the command line");
      case NOT_A_FILE -> Optional.of("no regular file; passed over");
    };
  }

  private void overtaken(Overtaken report) {
    ledger.overtaken(report);
    if (report.outcome() == Outcome.CONFLICT) {
      complaints.warnConflict(report.origin());
      disposal.keep(report.origin().input());
    }
  }
}
