package dmarcreports;

import dmarcreports.mail.Input;
import dmarcreports.mail.Limits;
import dmarcreports.mail.Mailbox;
import dmarcreports.mail.Opener;
import dmarcreports.store.Database;
import dmarcreports.store.ReportStore;
import java.io.IOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** The options that say what is read and within which limits, and a run of ingest with them. */
final class IngestOptions {
  private static final Pattern REMOTE = Pattern.compile("(imap|imaps|pop3|pop3s|s3)://.*");

  @Parameters(
      arity = "1..*",
      paramLabel = "MAILBOX",
      description = {
        "A file or directory (with all below it), or - for standard input:",
        "reports, mails, mbox files, Maildirs, archives, told apart by their bytes."
      })
  private List<String> paths;

  @Option(names = "--fail-on-discard", description = "Exit with 3 when anything was discarded.")
  private boolean failOnDiscard;

  @Option(
      names = "--max-document-size",
      paramLabel = "SIZE",
      converter = Options.Size.class,
      defaultValue = "1GiB",
      description = "Largest report, unpacked. Default: ${DEFAULT-VALUE}")
  private long documentBytes;

  @Option(
      names = "--max-ratio",
      paramLabel = "N",
      defaultValue = "500",
      description = "Highest ratio of unpacked to packed. Default: ${DEFAULT-VALUE}")
  private int ratio;

  @Option(
      names = "--max-entries",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Most members of one archive. Default: ${DEFAULT-VALUE}")
  private int entries;

  @Option(
      names = "--max-depth",
      paramLabel = "N",
      defaultValue = "4",
      description = "Most archives inside each other. Default: ${DEFAULT-VALUE}")
  private int depth;

  /** The mailbox named. */
  Mailbox mailbox(CommandLine command, Shell shell) throws IOException {
    for (String path : paths) {
      Matcher remote = REMOTE.matcher(path);
      if (remote.matches()) {
        throw new ParameterException(
            command, path + ": this version does not read " + remote.group(1) + ":// mailboxes");
      }
    }
    return Mailbox.of(paths, shell.in());
  }

  /** Reads all of it into the database. */
  Ledger ingest(Mailbox mailbox, Database database, Options options, Shell shell)
      throws IOException {
    boolean watched = shell.terminal() && !options.quiet();
    Progress progress =
        new Progress(
            watched ? shell.err() : null,
            watched ? OptionalLong.of(count(mailbox)) : OptionalLong.empty());
    Ledger ledger;
    try (ReportStore store =
        ReportStore.open(database, options.patience(), Instant.now(), Main.Version.number())) {
      if (options.verbose()) {
        store.onCommit(reports -> shell.error(reports + " reports of this run are on disk"));
      }
      Ingest ingest =
          new Ingest(
              store,
              new Opener(new Limits(documentBytes, ratio, entries, depth)),
              line -> {
                progress.clear();
                if (!options.quiet()) {
                  shell.error(line);
                }
              });
      ledger = ingest.run(mailbox, progress);
      store.finish(Instant.now());
    }
    progress.clear();
    return ledger;
  }

  /** What the process exits with after such a run. */
  int exitCode(Ledger ledger) {
    return failOnDiscard && ledger.hasDiscards() ? Main.DISCARDED : Main.DONE;
  }

  /** How many inputs there are: a walk that opens nothing. */
  private static long count(Mailbox mailbox) {
    long inputs = 0;
    for (Iterator<Input> all = mailbox.iterator(); all.hasNext(); all.next()) {
      inputs++;
    }
    return inputs;
  }
}
