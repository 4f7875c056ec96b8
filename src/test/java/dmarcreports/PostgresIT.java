package dmarcreports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.command.ExitCode;
import dmarcreports.store.Databases;
import dmarcreports.store.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real jar on a PostgreSQL server: many runs at once, runs that are killed, connections that
 * are cut. {@code -Dkills=50 -Dcuts=200} for more of them.
 */
class PostgresIT {
  private static final int KILLS = Integer.getInteger("kills", 10);
  private static final int CUTS = Integer.getInteger("cuts", 20);
  private static final long SEED = Long.getLong("seed", 20261124L);
  private static final int REPORTS = 600;
  private static final int PROCESSES = 8;

  /** The first message is then the only one without a type. */
  private static final String PLAIN = "&sslmode=disable&gssEncMode=disable";

  private static final Pattern STORED =
      Pattern.compile(
          "documents?: ([0-9]+) stored, ([0-9]+) duplicates?, 0 conflicts, 0 discarded");

  @TempDir Path folder;
  private final Random random = new Random(SEED);
  private final PostgresServer server = PostgresServer.shared();
  private Path inbox;
  private String url;

  @BeforeEach
  void makeInbox() throws IOException {
    inbox = Files.createDirectory(folder.resolve("inbox"));
    url = server.newDatabase();
  }

  private Process ingest(String name, String db, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(Jar.JAVA, "-Xmx128m"));
    command.addAll(FastStart.options());
    command.addAll(List.of("-jar", Jar.FILE.toString(), "ingest", "--db", db));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("HOME", folder.toString());
    builder.environment().remove("DMARC_REPORTS_DB");
    return builder
        .redirectOutput(folder.resolve(name + ".out").toFile())
        .redirectError(folder.resolve(name + ".err").toFile())
        .start();
  }

  private String err(String name) throws IOException {
    return Files.readString(folder.resolve(name + ".err"));
  }

  private static void ends(Process process) throws InterruptedException {
    if (!process.waitFor(3, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("still running");
    }
  }

  private void isWhole(int reports) {
    assertEquals(NumberedReports.expected(reports), NumberedReports.held(url));
    assertEquals(List.of(), Verification.faults(Databases.parse(url), Duration.ZERO));
  }

  /** What a run stored, and how many duplicates it found. */
  private int[] stored(String name) throws IOException {
    Matcher ledger = STORED.matcher(Files.readString(folder.resolve(name + ".out")));
    assertTrue(ledger.find(), name + ": " + err(name));
    return new int[] {Integer.parseInt(ledger.group(1)), Integer.parseInt(ledger.group(2))};
  }

  /** Each run reads three quarters of all, so that each report lies in six mailboxes. */
  @Test
  void eightRunsAtOnceStoreEachReportOnce() throws Exception {
    NumberedReports.write(inbox, 0, REPORTS);
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < PROCESSES; i++) {
      Path own = Files.createDirectory(folder.resolve("inbox-" + i));
      for (int quarter = 0; quarter < 4; quarter++) {
        if (quarter != i % 4) {
          NumberedReports.write(own, quarter * REPORTS / 4, (quarter + 1) * REPORTS / 4);
        }
      }
      processes.add(ingest("run-" + i, url, own.toString()));
    }
    int stored = 0;
    for (int i = 0; i < PROCESSES; i++) {
      ends(processes.get(i));
      assertEquals("", err("run-" + i));
      assertEquals(0, processes.get(i).exitValue());
      int[] ledger = stored("run-" + i);
      assertEquals(REPORTS * 3 / 4, ledger[0] + ledger[1]);
      stored += ledger[0];
    }
    assertEquals(REPORTS, stored);
    isWhole(REPORTS);
    assertEquals("8", PostgresServer.value(url, "select count(*) from runs where not unfinished"));
  }

  @Test
  void killedAtAnyMoment() throws Exception {
    NumberedReports.write(inbox, 0, REPORTS);
    long begun = System.nanoTime();
    ends(ingest("unbroken", url, inbox.toString()));
    long millis = (System.nanoTime() - begun) / 1_000_000;
    isWhole(REPORTS);
    int acknowledged = 0;
    int kills = 0;
    while (kills < KILLS || acknowledged == 0 && kills < 10 * KILLS) {
      url = server.newDatabase();
      int onDisk = 0;
      for (int again = random.nextInt(3); again >= 0; again--) {
        Process process = ingest("killed", url, "-v", inbox.toString());
        if (process.waitFor(random.nextLong(millis), TimeUnit.MILLISECONDS)) {
          millis = Math.max(500, millis * 3 / 4);
        } else {
          process.destroyForcibly().waitFor();
          kills++;
        }
        int spoken = lastSpoken(err("killed"));
        acknowledged += spoken;
        onDisk = whatIsLeft(onDisk + spoken);
      }
      Process finish = ingest("finish", url, inbox.toString());
      ends(finish);
      assertEquals(0, finish.exitValue(), err("finish"));
      isWhole(REPORTS);
    }
    assertTrue(acknowledged > 0);
    System.out.println(
        kills
            + " times kill -9 on PostgreSQL: seed "
            + SEED
            + ", "
            + acknowledged
            + " reports acknowledged, 0 lost, 0 half");
  }

  private static int lastSpoken(String said) {
    return said.lines()
        .filter(line -> line.endsWith(" reports of this run are on disk"))
        .mapToInt(line -> Integer.parseInt(line.split(" ")[0]))
        .max()
        .orElse(0);
  }

  /** That the first so many are there, and all that is there is whole. */
  private int whatIsLeft(int onDisk) {
    if (onDisk == 0
        && "0"
            .equals(
                PostgresServer.value(
                    url,
                    "select count(*) from information_schema.tables"
                        + " where table_name = 'digests'"))) {
      return 0;
    }
    Map<Integer, Map<String, Long>> held = NumberedReports.held(url);
    Map<Integer, Map<String, Long>> expected = NumberedReports.expected(REPORTS);
    held.forEach((report, sources) -> assertEquals(expected.get(report), sources, "half"));
    for (int report = 0; report < onDisk; report++) {
      assertTrue(held.containsKey(report), "lost: " + report);
    }
    assertEquals(List.of(), Verification.faults(Databases.parse(url), Duration.ZERO));
    return held.size();
  }

  /** Each cut comes after one more message than the one before: in the middle, and in COMMIT. */
  @Test
  void cutAfterAnyMessage() throws Exception {
    ends(ingest("tables", url, inbox.toString()));
    int[] outcomes = new int[2];
    int cuts = 0;
    Path done = folder.resolve("done");
    for (int from = 0; cuts < CUTS; from++) {
      try (CuttingProxy proxy = new CuttingProxy(server.port(), 1 + from)) {
        NumberedReports.write(inbox, 20 * from, 20 * (from + 1));
        String through = url.replace(":" + server.port(), ":" + proxy.port()) + PLAIN;
        int code = ExitCode.DONE;
        do {
          Process process =
              ingest("cut", through, "--wait", "5s", "--after", "move:" + done, inbox.toString());
          ends(process);
          code = process.exitValue();
          outcomes[code]++;
          if (code == ExitCode.FAILED) {
            assertEquals(1, err("cut").lines().count(), err("cut"));
          }
          isMovedWhenStored(done);
        } while (code == ExitCode.FAILED);
        cuts += proxy.cuts();
      }
      isWhole(20 * (from + 1));
    }
    assertTrue(outcomes[0] > 0);
    System.out.println(
        cuts
            + " connections cut: "
            + outcomes[0]
            + " runs done, "
            + outcomes[1]
            + " gave up in one line, 0 lost, 0 double, 0 half");
  }

  private void isMovedWhenStored(Path done) throws IOException {
    if (!Files.isDirectory(done)) {
      return;
    }
    Map<Integer, Map<String, Long>> held = NumberedReports.held(url);
    try (Stream<Path> files = Files.list(done)) {
      files.forEach(
          file ->
              assertTrue(
                  held.containsKey(Integer.parseInt(file.getFileName().toString().substring(0, 5))),
                  file + " is not stored"));
    }
  }
}
