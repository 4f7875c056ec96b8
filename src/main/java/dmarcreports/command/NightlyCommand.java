package dmarcreports.command;

import dmarcreports.dns.live.LiveLookup;
import dmarcreports.file.ReplacedFile;
import dmarcreports.flow.Access;
import dmarcreports.flow.Check;
import dmarcreports.flow.Choice;
import dmarcreports.flow.Intake;
import dmarcreports.flow.Knowledge;
import dmarcreports.flow.Nightly;
import dmarcreports.mailbox.Mailbox;
import dmarcreports.output.text.Digest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nightly}. */
@Command(
    name = "nightly",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Ingests, writes all findings and prints what is new: for cron.",
    description = {
      "The findings go to DIR in every format. Of what is new since the last time a",
      "digest is printed; on a quiet night it is a single line."
    },
    footer = {
      "",
      "Example:",
      "  java -jar dmarc-reports.jar nightly ./inbox --out ./findings -q",
      "  java -jar dmarc-reports.jar nightly imaps://rua@mx.example.com/INBOX --out DIR"
    })
final class NightlyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Options options;
  @Mixin private IngestOptions ingest;
  @Mixin private SelectionOptions selection;
  @Mixin private KnowledgeOptions knowledge;
  @Mixin private DnsOptions servers;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Where the files go, replacing those of the night before; made when absent.")
  private Path out;

  @Option(names = "--all", description = "Also the sources that do not fail.")
  private boolean all;

  @Option(
      names = "--dns",
      description =
          "Look up first what DNS publishes for every domain stored, so that the findings say what"
              + " is there already.")
  private boolean dns;

  @Option(
      names = "--exit-code",
      description =
          "Exit with 4 when an action that is more than waiting has become open, or is"
              + " back. That comes before the 3 of --fail-on-discard.")
  private boolean exitCode;

  private final Shell shell;

  NightlyCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    CommandLine command = spec.commandLine();
    Choice choice = selection.choice(command);
    Knowledge known = knowledge.knowledge(command);
    Access access = options.access(command);
    List<Mailbox> mailboxes = ingest.mailboxes(command, shell, options);
    ReplacedFile.makeDirectory(out);
    Intake.Done done =
        new Intake(access, Version.number(), ingest.manner(), options.listener(shell))
            .run(mailboxes);
    if (options.verbose()) {
      shell.error(done.ledger().line(access.database().name()));
    }
    boolean answered = !dns || lookUp(access, known, servers.lookup(command));
    Digest digest =
        Nightly.run(access, choice, known, all, done.ledger().repeated(), out, shell.out());
    int code = ingest.exitCode(done, digest.tellsOfDiscards());
    if (!answered) {
      return ExitCode.FAILED;
    }
    return exitCode && digest.needsAttention() && code != ExitCode.FAILED
        ? ExitCode.ATTENTION
        : code;
  }

  private boolean lookUp(Access access, Knowledge known, LiveLookup lookup) {
    Check.run(Optional.of(access), Set.of(), List.of(), known, lookup);
    Check.keep(access, lookup.lookedUp(Instant.now()));
    return DnsOptions.complain(lookup, shell);
  }
}
