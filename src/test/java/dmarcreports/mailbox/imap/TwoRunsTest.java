package dmarcreports.mailbox.imap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.Dovecot;
import dmarcreports.PostgresServer;
import dmarcreports.command.Program;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two runs at once on one mailbox, in either kind of database. */
class TwoRunsTest {
  private static final int MAILS = 60;
  private static final Pattern STORED = Pattern.compile("documents?: (\\d+) stored");

  @TempDir Path folder;

  private static String database(String kind) {
    return kind.equals("h2") ? "reports" : PostgresServer.shared().newDatabase();
  }

  private Program program(String db, String password) {
    Program program = new Program(folder, db);
    program.environment.put("DMARC_REPORTS_MAIL_PASSWORD", password);
    return program;
  }

  private static int stored(Program program) {
    Matcher ledger = STORED.matcher(program.out);
    assertTrue(ledger.find(), program.out + program.err);
    return Integer.parseInt(ledger.group(1));
  }

  @ParameterizedTest
  @CsvSource({
    "h2,move:Done,imap",
    "postgres,move:Done,imap",
    "postgres,delete,imap",
    "h2,delete,pop3",
    "postgres,delete,pop3"
  })
  void eachMailIsStoredOnceAndLeavesOnce(String kind, String after, String door) throws Exception {
    Dovecot server = Dovecot.shared();
    Dovecot.Account account = server.account();
    for (int i = 1; i <= MAILS; i++) {
      account.deliver("INBOX", RuaMails.report(i, i % 10 == 0 ? 500 : 1));
    }
    String url = door.equals("imap") ? account.imaps("INBOX") : account.pop3s();
    String db = database(kind);
    List<Program> programs = new ArrayList<>();
    List<CompletableFuture<Integer>> runs = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Program program = program(db, Dovecot.PASSWORD);
      programs.add(program);
      runs.add(
          CompletableFuture.supplyAsync(
              () ->
                  program.run(
                      "ingest", url, "--after", after, "--tls-ca", server.authority().toString())));
    }
    int stored = 0;
    for (int i = 0; i < 3; i++) {
      assertEquals(0, runs.get(i).get(), programs.get(i).err);
      assertEquals("", programs.get(i).err);
      stored += stored(programs.get(i));
    }
    assertEquals(MAILS, stored);
    assertEquals(List.of(), account.mails("INBOX"));
    if (after.startsWith("move")) {
      Set<String> moved = new TreeSet<>(account.mails("Done"));
      assertEquals(MAILS, moved.size());
      assertEquals(MAILS, account.mails("Done").size());
    }
  }

  /** Sends no mail before it may. */
  private static final class Slow extends FakeImap {
    final CountDownLatch asked = new CountDownLatch(1);
    final CountDownLatch may = new CountDownLatch(1);

    Slow() throws IOException {}

    @Override
    void body(int number, long uid, int from, int length, OutputStream out) throws IOException {
      asked.countDown();
      try {
        may.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      super.body(number, uid, from, length, out);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void whoeverHasWaitedEnoughSaysWhoReadsIt(String kind) throws Exception {
    String db = database(kind);
    try (Slow server = new Slow()) {
      server.mails.put(1L, RuaMails.report(1));
      Program first = program(db, "secret");
      CompletableFuture<Integer> run =
          CompletableFuture.supplyAsync(
              () -> first.run("ingest", server.url(), "-q", "--after", "delete"));
      server.asked.await();
      Program second = program(db, "secret");
      assertEquals(1, second.run("ingest", server.url(), "-q", "--wait", "1s"));
      String who =
          kind.equals("h2")
              ? ".*: in use by process \\d+, since .*; wait for it or give --wait more time\n"
              : server.url()
                  + ": is being read by another run \\(on .*, since 20.*Z\\);"
                  + " wait for it or give --wait more time\n";
      assertTrue(second.err.matches(who), second.err);
      CompletableFuture<Integer> third =
          CompletableFuture.supplyAsync(() -> second.run("ingest", server.url()));
      server.may.countDown();
      assertEquals(0, run.get(), first.err);
      assertEquals(0, third.get(), second.err);
      assertTrue(second.out.contains("0 inputs"), second.out);
    }
  }
}
