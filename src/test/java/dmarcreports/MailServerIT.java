package dmarcreports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.command.Program;
import dmarcreports.mailbox.imap.RuaMails;
import dmarcreports.store.Databases;
import dmarcreports.store.Verification;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Connections cut and processes killed at any moment while mails leave a real server: nothing lost,
 * nothing twice, no mail moved that is not stored.
 */
class MailServerIT {
  private static final int CUTS = Integer.getInteger("cuts", 15);
  private static final int KILLS = Integer.getInteger("kills", 4);
  private static final long SEED = Long.getLong("seed", System.nanoTime());
  private static final int MAILS = 30;
  private static final Pattern NUMBER = Pattern.compile("Subject: Report (\\d+)");

  @TempDir Path folder;
  private final Random random = new Random(SEED);
  private Dovecot server;
  private Dovecot.Account account;
  private Program program;
  private int delivered;

  @BeforeEach
  void open() {
    server = Dovecot.shared();
    account = server.account();
    program = new Program(folder, "reports");
    program.environment.put("DMARC_REPORTS_MAIL_PASSWORD", Dovecot.PASSWORD);
  }

  private void deliver() throws IOException {
    for (int i = 0; i < MAILS; i++) {
      delivered++;
      account.deliver("INBOX", RuaMails.report(delivered, delivered % 10 == 0 ? 2_000 : 1));
    }
  }

  private Set<Integer> stored() {
    return NumberedReports.held(db()).keySet();
  }

  private String db() {
    return folder.resolve("reports").toString();
  }

  private Set<Integer> in(String name) throws IOException {
    Set<Integer> found = new TreeSet<>();
    for (String mail : account.mails(name)) {
      Matcher matcher = NUMBER.matcher(mail);
      assertTrue(matcher.find(), mail);
      found.add(Integer.parseInt(matcher.group(1)));
    }
    return found;
  }

  /** Each mail is where it was, or is stored; the reports are whole. */
  private void nothingIsLost(boolean moved) throws IOException {
    Set<Integer> here = in("INBOX");
    Set<Integer> there = moved ? in("Done") : new TreeSet<>();
    Set<Integer> stored = Files.exists(folder.resolve("reports.mv.db")) ? stored() : Set.of();
    for (int number = 1; number <= delivered; number++) {
      assertTrue(here.contains(number) || stored.contains(number), "lost: " + number);
      assertTrue(!moved || here.contains(number) || there.contains(number), "gone: " + number);
      assertTrue(!there.contains(number) || stored.contains(number), "not stored: " + number);
    }
  }

  private void allIsDone(boolean moved) throws IOException {
    assertEquals(Set.of(), in("INBOX"));
    assertEquals(delivered, stored().size());
    assertEquals(List.of(), Verification.faults(Databases.parse(db()), Duration.ZERO));
    if (moved) {
      assertEquals(delivered, in("Done").size());
      assertEquals(delivered, account.mails("Done").size());
    }
  }

  private void cut(int port, String mailbox, String after, boolean moved) throws IOException {
    int runs = 0;
    try (Cutter cutter = new Cutter(port, random)) {
      String url = mailbox.replace(":" + port, ":" + cutter.port());
      String[] ingest = {"ingest", url, "-q", "--after", after, "--wait", "3s", "--tls-ca", ""};
      ingest[ingest.length - 1] = server.authority().toString();
      while (cutter.cuts() < CUTS) {
        deliver();
        int code = program.run(ingest);
        assertTrue(code == 0 || program.err.lines().count() == 1, program.err);
        runs++;
        nothingIsLost(moved);
      }
      cutter.stop();
      assertEquals(0, program.run(ingest), program.err);
      allIsDone(moved);
      System.out.println(
          cutter.cuts()
              + " connections to a mail server cut ("
              + mailbox.replaceAll(":.*", "")
              + "): seed "
              + SEED
              + ", "
              + runs
              + " runs");
    }
  }

  @Test
  void cutAtAnyMoment() throws IOException {
    cut(server.imaps(), account.imaps("INBOX"), "move:Done", true);
  }

  @Test
  void cutAtAnyMomentOverPop3() throws IOException {
    cut(server.pop3s(), account.pop3s(), "delete", false);
  }

  private Process process(String mailbox, String after) throws IOException {
    List<String> command = new ArrayList<>(List.of(Jar.JAVA));
    command.addAll(FastStart.options());
    command.addAll(List.of("-jar", Jar.FILE.toString(), "ingest"));
    command.addAll(List.of(mailbox, "--after", after, "-q"));
    command.addAll(List.of("--tls-ca", server.authority().toString()));
    command.addAll(List.of("--db", db()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("DMARC_REPORTS_MAIL_PASSWORD", Dovecot.PASSWORD);
    builder.environment().put("HOME", folder.toString());
    return builder
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  private void killed(String mailbox, String after, boolean moved)
      throws IOException, InterruptedException {
    long millis = 4_000;
    int left = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      while (left < 10 * MAILS) {
        deliver();
        left += MAILS;
      }
      Process process = process(mailbox, after);
      boolean ended = process.waitFor(millis / 4 + random.nextLong(millis), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      nothingIsLost(moved);
      int before = left;
      left = in("INBOX").size();
      // where it never comes so far that mails leave, or always to its end, nothing is tried
      millis = ended ? millis * 3 / 4 : left == before ? millis * 9 / 8 : millis;
    }
    assertEquals(0, process(mailbox, after).waitFor(), Files.readString(folder.resolve("err")));
    allIsDone(moved);
    System.out.println(
        KILLS
            + " times kill -9 with --after "
            + after
            + " ("
            + mailbox.replaceAll(":.*", "")
            + "): seed "
            + SEED);
  }

  @Test
  void killedWhileMailsAreMoved() throws Exception {
    killed(account.imaps("INBOX"), "move:Done", true);
  }

  @Test
  void killedWhileMailsAreDeleted() throws Exception {
    killed(account.imaps("INBOX"), "delete", false);
  }

  @Test
  void killedWhileMailsAreDeletedOverPop3() throws Exception {
    killed(account.pop3s(), "delete", false);
  }

  @Test
  void thePasswordIsAskedForOnATerminal() throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "no terminal here");
    deliver();
    String command =
        String.join(
                " ",
                List.of(Jar.JAVA, "-jar", Jar.FILE.toString(), "ingest", account.imaps("INBOX")))
            + " --tls-ca "
            + server.authority()
            + " --db "
            + db();
    ProcessBuilder builder = new ProcessBuilder("script", "-qec", command, "/dev/null");
    builder.environment().remove("DMARC_REPORTS_MAIL_PASSWORD");
    builder.environment().put("HOME", folder.toString());
    Process process = builder.redirectErrorStream(true).start();
    StringBuilder said = new StringBuilder();
    try (InputStream out = process.getInputStream()) {
      for (int c = out.read(); c >= 0; c = out.read()) {
        said.append((char) c);
        if (said.toString().endsWith("Password of " + account(account.imaps("")) + ": ")) {
          process.getOutputStream().write((Dovecot.PASSWORD + "\n").getBytes(UTF_8));
          process.getOutputStream().flush();
        }
      }
    }
    assertEquals(0, process.waitFor(), said.toString());
    assertTrue(said.toString().contains("30 stored"), said.toString());
    assertFalse(said.toString().contains(Dovecot.PASSWORD), said.toString());
  }

  private static String account(String url) {
    return url.substring(0, url.lastIndexOf('/'));
  }
}
