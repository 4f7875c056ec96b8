package dmarcreports.command;

import dmarcreports.flow.Access;
import dmarcreports.flow.Intake;
import dmarcreports.flow.Ledger;
import dmarcreports.mailbox.Mailbox;
import dmarcreports.output.json.Json;
import dmarcreports.output.plain.Inert;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ingest}. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "command.ingest",
    description = "command.ingest.more",
    footer = {
      "  java -jar dmarc-reports.jar ingest ./inbox",
      "  java -jar dmarc-reports.jar ingest imaps://rua@mail.example.com/INBOX",
      "  java -jar dmarc-reports.jar ingest s3://example-rua/inbox/",
      "  fetch-a-mail | java -jar dmarc-reports.jar ingest -"
    })
final class IngestCommand implements Callable<Integer> {
  /** How the ledger is printed. */
  enum LedgerFormat {
    TEXT,
    JSON
  }

  @Spec private CommandSpec spec;
  @Mixin private Options options;
  @Mixin private IngestOptions ingest;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      descriptionKey = "option.ingest.format")
  private LedgerFormat format;

  @Option(names = "--list-folders", descriptionKey = "option.list_folders")
  private boolean listFolders;

  private final Shell shell;

  IngestCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    CommandLine command = spec.commandLine();
    Access access = options.access(command);
    if (listFolders) {
      for (String line : ingest.folders(command, shell, options)) {
        shell.print(Inert.line(line));
      }
      return ExitCode.DONE;
    }
    List<Mailbox> mailboxes = ingest.mailboxes(command, shell, options);
    Instant begun = Instant.now();
    Intake.Done done =
        new Intake(access, Version.number(), ingest.manner(), options.listener(shell))
            .run(mailboxes);
    double seconds = (Instant.now().toEpochMilli() - begun.toEpochMilli()) / 1000.0;
    Ledger ledger = done.ledger();
    String name = access.database().name();
    if (format == LedgerFormat.JSON) {
      shell.print(Json.line(ledger.json(name, seconds)));
    } else if (!options.quiet()) {
      shell.summary(ledger.line(name));
    }
    return ingest.exitCode(done, ledger.hasDiscards());
  }
}
