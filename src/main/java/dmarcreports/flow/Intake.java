package dmarcreports.flow;

import dmarcreports.mail.Limits;
import dmarcreports.mail.Opener;
import dmarcreports.mailbox.After;
import dmarcreports.mailbox.Handling;
import dmarcreports.mailbox.Mailbox;
import dmarcreports.mailbox.Visit;
import dmarcreports.output.plain.Counted;
import dmarcreports.report.DomainName;
import dmarcreports.store.ReportStore;
import dmarcreports.xml.ReportParser;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A run of {@link Ingest}: opens the database, has all inputs read, tells what came of them. */
public final class Intake {
  private final Access access;
  private final String version;
  private final Manner manner;
  private final Listener listener;

  /**
   * @param version of this program
   */
  public Intake(Access access, String version, Manner manner, Listener listener) {
    this.access = access;
    this.version = version;
    this.manner = manner;
    this.listener = listener;
  }

  /**
   * How inputs are read, and what becomes of them.
   *
   * @param quarantine where an input goes of which something was discarded
   * @param own the domains that reports may be about
   * @param jobs how many threads there are
   */
  public record Manner(
      After after, Optional<String> quarantine, OwnDomains own, Limits limits, int jobs) {}

  /**
   * Who is told how it goes.
   *
   * @param terminal where somebody looks on
   * @param errors takes a line for what somebody has to do something about
   * @param quiet whether notes are left out
   * @param verbose whether more is told
   */
  public record Listener(
      Optional<PrintStream> terminal, Consumer<String> errors, boolean quiet, boolean verbose) {}

  /**
   * What a run came to.
   *
   * @param leftBehind whether a mailbox could not be read to its end, or something not be moved or
   *     deleted, which was told
   */
  public record Done(Ledger ledger, boolean leftBehind) {}

  /** Reads all of them into the database, one mailbox after the other. */
  public Done run(List<Mailbox> mailboxes) throws IOException {
    try {
      return runAll(mailboxes);
    } finally {
      mailboxes.forEach(Mailbox::close);
    }
  }

  private Done runAll(List<Mailbox> mailboxes) throws IOException {
    Optional<PrintStream> watched = listener.terminal().filter(terminal -> !listener.quiet());
    Progress progress = new Progress(watched.orElse(null));
    Consumer<String> errors =
        line -> {
          progress.clear();
          listener.errors().accept(line);
        };
    Consumer<String> notes = listener.quiet() ? line -> {} : errors;
    Done done;
    try (ReportStore store =
        ReportStore.open(access.database(), access.patience(), Instant.now(), version)) {
      if (listener.verbose()) {
        store.onCommit(reports -> errors.accept(onDisk(reports)));
      }
      Handling handling = handling(store, notes, errors);
      Ingest ingest =
          new Ingest(store, new Opener(manner.limits()), notes, manner.own(), new ReportParser());
      List<Visit> visits =
          mailboxes.stream().flatMap(mailbox -> mailbox.visits(handling).stream()).toList();
      if (watched.isPresent()) {
        expect(visits, progress);
      }
      for (Visit visit : visits) {
        ingest.run(visit, visit.disposal(), progress, manner.jobs());
        visit.end();
      }
      store.keep(ingest.ledger().sums());
      store.finish(Instant.now());
      done = new Done(ingest.ledger(), visits.stream().anyMatch(Visit::failed));
    }
    progress.clear();
    tellNewDomains(done.ledger(), notes);
    return done;
  }

  private static void expect(List<Visit> visits, Progress progress) {
    long inputs = 0;
    for (Visit visit : visits) {
      OptionalLong count = visit.count();
      if (count.isEmpty()) {
        return;
      }
      inputs += count.getAsLong();
    }
    progress.expect(inputs);
  }

  private Handling handling(ReportStore store, Consumer<String> notes, Consumer<String> errors) {
    return new Handling(
        manner.after(),
        manner.quarantine(),
        store.mailboxes(),
        store::commit,
        store.discards()::moved,
        store.discards()::settle,
        notes,
        errors);
  }

  private static String onDisk(long reports) {
    return Counted.of(reports, "report")
        + " of this run "
        + (reports == 1 ? "is" : "are")
        + " on disk";
  }

  private static void tellNewDomains(Ledger ledger, Consumer<String> notes) {
    if (!ledger.newDomains().isEmpty()) {
      notes.accept(
          "new domains, which no report was about before: "
              + ledger.newDomains().stream().map(DomainName::text).collect(Collectors.joining(", "))
              + "; if they are not yours, purge them and give --domains");
    }
  }
}
