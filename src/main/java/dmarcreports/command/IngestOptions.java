package dmarcreports.command;

import dmarcreports.flow.Ledger;
import dmarcreports.mail.Input;
import dmarcreports.mailbox.Mailbox;
import dmarcreports.store.open.Database;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** The options that say what is read, and a run of ingest with them. */
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

  /** Reads all of it into the database. */
  Ledger ingest(Mailbox mailbox, Database database, Options options, Shell shell)
      throws IOException {
    boolean watched = shell.terminal() && !options.quiet();
    OptionalLong count = watched ? OptionalLong.of(count(mailbox)) : OptionalLong.empty();
    return reading.ingest(mailbox, count, database, options, shell);
  }

  /**
   * What the process exits with after such a run.
   *
   * @param discarded whether anything was discarded that counts
   */
  int exitCode(boolean discarded) {
    if (reading.leftBehind()) {
      return ExitCode.FAILED;
    }
    return failOnDiscard && discarded ? ExitCode.DISCARDED : ExitCode.DONE;
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
