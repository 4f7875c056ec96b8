package dmarcreports.command;

import dmarcreports.flow.Access;
import dmarcreports.flow.Intake;
import dmarcreports.flow.Ledger;
import dmarcreports.flow.Retry;
import dmarcreports.flow.Status;
import dmarcreports.mailbox.Mailbox;
import dmarcreports.output.DiscardFormat;
import dmarcreports.output.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code discards}. */
@Command(
    name = "discards",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "command.discards",
    footer = {
      "  java -jar dmarc-reports.jar discards",
      "  java -jar dmarc-reports.jar discards --retry --max-ratio 5000"
    })
final class DiscardsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Options options;
  @Mixin private LanguageOptions lang;
  @Mixin private ReadingOptions reading;
  @Mixin private MailOptions mail;

  @Option(names = "--retry", descriptionKey = "option.retry")
  private boolean retry;

  @Option(
      names = "--format",
      paramLabel = "text|csv|json",
      defaultValue = "text",
      descriptionKey = "option.format")
  private DiscardFormat format;

  private final Shell shell;

  DiscardsCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    Access access = options.access(spec.commandLine());
    if (retry) {
      return retry(access);
    }
    format.write(Status.discards(access), lang.language(spec.commandLine()), shell.out());
    shell.out().flush();
    return ExitCode.DONE;
  }

  private int retry(Access access) throws IOException {
    if (format == DiscardFormat.CSV) {
      throw new ParameterException(
          spec.commandLine(), "--retry prints a ledger: --format text or json");
    }
    reading.check(spec.commandLine(), List.of());
    Consumer<String> notes = options.quiet() ? line -> {} : shell::error;
    List<Mailbox> mailboxes =
        Retry.mailboxes(
            access,
            reading.ownDomainsGiven(),
            mail.access(shell, options, reading.silence()),
            notes);
    Instant begun = Instant.now();
    Intake.Done done =
        new Intake(access, Version.number(), reading.manner(), options.listener(shell))
            .run(mailboxes);
    double seconds = Duration.between(begun, Instant.now()).toMillis() / 1000.0;
    Ledger ledger = done.ledger();
    String name = access.database().name();
    if (format == DiscardFormat.JSON) {
      shell.print(Json.line(ledger.json(name, seconds)));
    } else if (!options.quiet()) {
      shell.summary(ledger.line(name));
    }
    return done.leftBehind() ? ExitCode.FAILED : ExitCode.DONE;
  }
}
