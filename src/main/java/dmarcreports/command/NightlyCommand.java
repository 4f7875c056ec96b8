package dmarcreports.command;

import dmarcreports.analysis.lookup.ReverseLookups;
import dmarcreports.dns.live.LiveLookup;
import dmarcreports.file.ReplacedFile;
import dmarcreports.flow.Access;
import dmarcreports.flow.Check;
import dmarcreports.flow.Choice;
import dmarcreports.flow.Intake;
import dmarcreports.flow.Knowledge;
import dmarcreports.flow.Nightly;
import dmarcreports.flow.Sending;
import dmarcreports.flow.Telling;
import dmarcreports.mailbox.Mailbox;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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
    header = "command.nightly",
    description = "command.nightly.more",
    footer = {
      "  java -jar dmarc-reports.jar nightly ./inbox --out ./findings -q",
      "  java -jar dmarc-reports.jar nightly imaps://rua@mx.example.com/INBOX --out DIR",
      "    --mail-to postmaster@example.com --smtp smtps://rua@mx.example.com"
    })
final class NightlyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Options options;
  @Mixin private LanguageOptions lang;
  @Mixin private IngestOptions ingest;
  @Mixin private SelectionOptions selection;
  @Mixin private KnowledgeOptions knowledge;
  @Mixin private DnsOptions servers;
  @Mixin private DeliveryOptions delivery;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      descriptionKey = "option.nightly.out")
  private Path out;

  @Option(names = "--all", descriptionKey = "option.all")
  private boolean all;

  @Option(names = "--dns", descriptionKey = "option.nightly.dns")
  private boolean dns;

  @Option(names = "--exit-code", descriptionKey = "option.nightly.exit_code")
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
    Telling telling = new Telling(all, true, lang.language(command));
    Access access = options.access(command);
    Sending sending = delivery.sending(command, shell, ingest.sendingServers(shell, options));
    List<Mailbox> mailboxes = ingest.mailboxes(command, shell, options);
    ReplacedFile.makeDirectory(out);
    Intake.Done done =
        new Intake(access, Version.number(), ingest.manner(), options.listener(shell))
            .run(mailboxes);
    if (options.verbose()) {
      shell.error(done.ledger().line(access.database().name()));
    }
    boolean answered = !dns || lookUp(access, known, servers.lookup(command));
    Nightly.Told told =
        Nightly.run(
            access,
            choice,
            known,
            telling,
            done.ledger().repeated(),
            new Nightly.Places(out, shell.out(), sending, shell::error));
    int code = ingest.exitCode(done, told.digest().tellsOfDiscards());
    if (!answered || !told.delivered()) {
      return ExitCode.FAILED;
    }
    return exitCode && told.digest().needsAttention() && code != ExitCode.FAILED
        ? ExitCode.ATTENTION
        : code;
  }

  private boolean lookUp(Access access, Knowledge known, LiveLookup lookup) {
    Instant now = Instant.now();
    int left = Check.night(access, known, lookup, now);
    Check.keep(access, lookup.lookedUp(now));
    if (left > 0) {
      shell.error(
          left
              + " more failing addresses may have names to be looked up; "
              + ReverseLookups.MOST_ADDRESSES
              + " were, the most of one night, and the next one goes on");
    }
    return DnsOptions.complain(lookup, shell);
  }
}
