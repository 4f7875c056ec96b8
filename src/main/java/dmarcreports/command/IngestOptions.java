package dmarcreports.command;

import dmarcreports.flow.Intake;
import dmarcreports.mailbox.Mailbox;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** The options that say what is read, and how. */
final class IngestOptions {
  private static final Pattern REMOTE = Pattern.compile("(imap|imaps|pop3|pop3s|s3)://.*");

  @Parameters(
      arity = "1..*",
      paramLabel = "MAILBOX",
      description =
          "A file or directory (with all below it), or - for standard input: reports,"
              + " mails, mbox files, Maildirs, archives, told apart by their bytes.")
  private List<String> paths;

  @Option(
      names = "--fail-on-discard",
      description =
          "Exit with 3 when anything was discarded; nightly: when anything was that had"
              + " not been on earlier nights.")
  private boolean failOnDiscard;

  @Mixin private ReadingOptions reading;

  /** The mailbox named. */
  Mailbox mailbox(CommandLine command, Shell shell) throws IOException {
    for (String path : paths) {
      Matcher remote = REMOTE.matcher(path);
      if (remote.matches()) {
        throw new ParameterException(
            command, path + ": this version does not read " + remote.group(1) + ":// mailboxes");
      }
    }
    Mailbox mailbox = Mailbox.of(paths, shell.in());
    reading.check(command, paths);
    return mailbox;
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
