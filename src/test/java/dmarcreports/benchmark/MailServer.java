package dmarcreports.benchmark;

import dmarcreports.Dovecot;
import dmarcreports.mailbox.imap.RuaMails;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A folder of a Dovecot on this machine: the first run over all of it, nights with new mails, and
 * the same new mails from a directory.
 */
final class MailServer {
  private static final int NEW = 200;
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin/java").toString();

  private final PrintStream out;
  private final Path place = Files.createTempDirectory("mailserver");

  /** A million mails are too many for what a process of it takes at most. */
  private final Dovecot server = Dovecot.of(Dovecot.Manner.with("default_vsz_limit = 2G\n"));

  private Dovecot.Account account = server.account();
  private int mails;

  MailServer(PrintStream out) throws IOException {
    this.out = out;
  }

  /**
   * Prints a line for each run.
   *
   * @param first how many mails there are at first
   * @param nights how many nights follow
   */
  void run(int first, int nights) throws IOException, InterruptedException {
    deliver(first);
    out.println("| | CPU-s | wall s | peak memory | written |\n|---|---|---|---|---|");
    List<String> folder =
        List.of(account.imaps("INBOX"), "--tls-ca", server.authority().toString());
    row("first run over " + first + " mails", folder, "reports");
    for (int night = 0; night < nights; night++) {
      Path directory = deliver(NEW);
      for (String suffix : List.of(".mv.db", ".mv.db.mark")) {
        Files.copy(
            place.resolve("reports" + suffix),
            place.resolve("files" + suffix),
            StandardCopyOption.REPLACE_EXISTING);
      }
      row(NEW + " new of " + mails + " mails", folder, "reports");
      row("the same " + NEW + " from a directory", List.of(directory.toString()), "files");
    }
    row("nothing new", folder, "reports");
  }

  /**
   * Prints a line for each run: the first over so many mails without a report, and the night after;
   * in little memory.
   */
  void many(int... sizes) throws IOException, InterruptedException {
    out.println("| | CPU-s | wall s | peak memory | written |\n|---|---|---|---|---|");
    for (int size : sizes) {
      account = server.account();
      account.deliver("INBOX", RuaMails.ordinary(0), size);
      mails = size;
      List<String> folder =
          List.of(account.imaps("INBOX"), "--tls-ca", server.authority().toString());
      row("first run over " + size + " mails", folder, "reports" + size);
      deliver(NEW);
      row(NEW + " new of " + mails + " mails", folder, "reports" + size);
      row("nothing new", folder, "reports" + size);
    }
  }

  /** Some more of them; the directory holds the same. */
  private Path deliver(int more) throws IOException {
    Path directory = Files.createDirectories(place.resolve("mails" + mails));
    for (int i = 0; i < more; i++) {
      mails++;
      byte[] mail = RuaMails.report(mails, 2);
      account.deliver("INBOX", mail);
      if (more == NEW) {
        Files.write(directory.resolve(mails + ".eml"), mail);
      }
    }
    return directory;
  }

  private void row(String name, List<String> mailbox, String db)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(JAVA, "-Xmx256m", "-jar"));
    command.add("target/dmarc-reports.jar");
    command.addAll(List.of("ingest", "-q", "--db", place.resolve(db).toString()));
    command.addAll(mailbox);
    Cost cost = Cost.of(command, Map.of("DMARC_REPORTS_MAIL_PASSWORD", Dovecot.PASSWORD));
    out.println("| " + name + " | " + cost + " |");
  }
}
