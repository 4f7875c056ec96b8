package dmarcreports.command;

import dmarcreports.flow.Intake;
import dmarcreports.flow.Mailboxes;
import dmarcreports.mailbox.Mailbox;
import dmarcreports.mailbox.server.ServerAccess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** The options that say what is read, and how. */
final class IngestOptions {
  @Parameters(arity = "1..*", paramLabel = "MAILBOX", descriptionKey = "argument.mailbox")
  private List<String> paths;

  @Option(names = "--fail-on-discard", descriptionKey = "option.fail_on_discard")
  private boolean failOnDiscard;

  @Mixin private ReadingOptions reading;
  @Mixin private MailOptions mail;

  /** The mailboxes named. */
  List<Mailbox> mailboxes(CommandLine command, Shell shell, Options options) throws IOException {
    try {
      List<Mailbox> mailboxes = Mailboxes.of(paths, shell.in(), servers(shell, options));
      reading.check(command, paths);
      return mailboxes;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command, e.getMessage());
    }
  }

  /** The folders of the accounts named, a line each. */
  List<String> folders(CommandLine command, Shell shell, Options options) throws IOException {
    List<String> lines = new ArrayList<>();
    try {
      for (String path : paths) {
        lines.addAll(Mailboxes.folders(path, servers(shell, options)));
      }
      return lines;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command, e.getMessage());
    }
  }

  /** How servers are reached that mail is sent over. */
  ServerAccess sendingServers(Shell shell, Options options) {
    return mail.sending(shell, options, reading.silence());
  }

  private ServerAccess servers(Shell shell, Options options) {
    return mail.access(shell, options, reading.silence());
  }

  /** How it is read, once the mailbox was named. */
  Intake.Manner manner() {
    return reading.manner();
  }

  /**
   * What the process exits with after such a run.
   *
   * @param discarded whether anything was discarded that counts
   */
  int exitCode(Intake.Done done, boolean discarded) {
    if (done.leftBehind()) {
      return ExitCode.FAILED;
    }
    return failOnDiscard && discarded ? ExitCode.DISCARDED : ExitCode.DONE;
  }
}
