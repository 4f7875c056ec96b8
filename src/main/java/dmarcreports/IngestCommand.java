package dmarcreports;

import dmarcreports.mail.Input;
import dmarcreports.mail.Limits;
import dmarcreports.mail.Mailbox;
import dmarcreports.mail.Opener;
import dmarcreports.output.Inert;
import dmarcreports.output.Json;
import dmarcreports.store.Database;
import dmarcreports.store.ReportStore;
import java.io.IOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ingest}. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = {
      "Reads every report in a mailbox and stores it once.",
      "Running it again stores nothing twice; killing it loses nothing."
    },
    footer = {
      "",
      "Example:",
      "  java -jar dmarc-reports.jar ingest ./inbox",
      "  fetch-a-mail | java -jar dmarc-reports.jar ingest -"
    })
final class IngestCommand implements Callable<Integer> {
  private static final Pattern REMOTE = Pattern.compile("(imap|imaps|pop3|pop3s|s3)://.*");

  /** How the ledger is printed. */
  enum LedgerFormat {
    TEXT,
    JSON
  }

  @Spec private CommandSpec spec;
  @Mixin private Options options;

  @Parameters(
      arity = "1..*",
      paramLabel = "MAILBOX",
      description = {
        "A file or directory (with all below it), or - for standard input:",
        "reports, mails, mbox files, Maildirs, archives, told apart by their bytes."
      })
  private List<String> paths;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "How the ledger is printed. Default: ${DEFAULT-VALUE}")
  private LedgerFormat format;

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

  private final Shell shell;

  IngestCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    CommandLine command = spec.commandLine();
    for (String path : paths) {
      Matcher remote = REMOTE.matcher(path);
      if (remote.matches()) {
        throw new ParameterException(
            command, path + ": this version does not read " + remote.group(1) + ":// mailboxes");
      }
    }
    Database database = options.database(command);
    Instant begun = Instant.now();
    Mailbox mailbox = Mailbox.of(paths, shell.in());
    boolean watched = shell.terminal() && !options.quiet();
    Progress progress =
        new Progress(
            watched ? shell.err() : null,
            watched ? OptionalLong.of(count(mailbox)) : OptionalLong.empty());
    Ledger ledger;
    try (ReportStore store =
        ReportStore.open(database, options.patience(), begun, Main.Version.number())) {
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
    double seconds = (Instant.now().toEpochMilli() - begun.toEpochMilli()) / 1000.0;
    shell.print(
        format == LedgerFormat.JSON
            ? Json.line(ledger.json(database.name(), seconds))
            : Inert.line(ledger.line(database.name())));
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
