package dmarcreports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dmarcreports.store.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The real jar, ended at random moments: what it had said is on disk is there, nothing is half, and
 * the next run ends as if nothing had been. {@code -Dkills=200} for more of them.
 */
class CrashIT {
  private static final int KILLS = Integer.getInteger("kills", 20);
  private static final long SEED = Long.getLong("seed", 20261124L);
  private static final String HEED = "--default-signal=INT";

  @TempDir Path folder;
  private BrokenRuns runs;

  @BeforeEach
  void makeInbox() throws Exception {
    runs = new BrokenRuns(folder, SEED);
  }

  @Test
  void killedAtAnyMoment() throws Exception {
    int kills = 0;
    while (kills < KILLS) {
      runs.begin("killed-" + kills);
      for (int again = runs.random().nextInt(3); again >= 0; again--) {
        Process process = runs.ingest();
        if (runs.isStillRunning(process)) {
          process.destroyForcibly().waitFor();
          kills++;
        }
        runs.checkWhatIsLeft();
      }
      runs.finish();
    }
    assertTrue(runs.acknowledged() > 0);
    runs.say(kills + " times kill -9");
  }

  /**
   * The second of two signals finds a process that is ending already, or is the one that ends it.
   */
  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130", "INT INT, 130", "TERM TERM, 143"})
  void askedToEndAtAnyMoment(String signals, int code) throws Exception {
    int ended = 0;
    int wanted = Math.max(3, KILLS / 4);
    for (int kill = 0; kill < 10 * wanted && (ended < wanted || runs.acknowledged() == 0); kill++) {
      runs.begin("ended-" + kill);
      Process process = runs.ingest(heedingInterrupts());
      if (runs.isStillRunning(process)) {
        send(signals, process);
      }
      assertTrue(process.waitFor(5, TimeUnit.SECONDS), "still running after 5 s");
      assertTrue(Set.of(0, code).contains(process.exitValue()), "exit " + process.exitValue());
      ended += process.exitValue() == code ? 1 : 0;
      runs.checkWhatIsLeft();
      runs.finish();
    }
    assertTrue(ended >= wanted, "only " + ended + " times " + code);
    assertTrue(runs.acknowledged() > 0);
    runs.say(ended + " times " + signals);
  }

  /** What a shell starts in the background, and all that this starts, ignores SIGINT. */
  private static String[] heedingInterrupts() throws IOException, InterruptedException {
    Process env = new ProcessBuilder("env", HEED, "true").start();
    assumeTrue(env.waitFor() == 0, "needs the env of coreutils 8.31 or later");
    return new String[] {"env", HEED};
  }

  private static void send(String signals, Process process)
      throws IOException, InterruptedException {
    String script = "for signal in " + signals + "; do kill -s $signal " + process.pid() + "; done";
    new ProcessBuilder("bash", "-c", script).redirectErrorStream(true).start().waitFor();
  }

  @Test
  void killedWhileAnOlderSchemaIsBroughtUpToDate() throws Exception {
    int kills = 0;
    int halfway = 0;
    int versions;
    try (Stream<Path> files = Files.list(Path.of("sql"))) {
      versions = (int) files.count();
    }
    for (int version = 1; version < versions; version++) {
      Path older = folder.resolve("older-" + version + ".mv.db");
      makeOlder(older, version);
      for (int kill = 0; kill < Math.max(4, KILLS / 8); kill++, kills++) {
        Path file = runs.begin("migrated-" + version + "-" + kill);
        Files.copy(older, file);
        Process process = runs.ingest();
        process.waitFor(runs.random().nextLong(runs.millis() / 2), TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        boolean untouched = Files.mismatch(older, file) == -1;
        Path copy = Path.of(file + ".version-" + version);
        assertTrue(untouched || Files.mismatch(older, copy) == -1);
        halfway += untouched && Files.exists(copy) ? 1 : 0;
        assertEquals(
            NumberedReports.expected(BrokenRuns.REPORTS), NumberedReports.held(file.toString()));
        runs.finish();
      }
    }
    runs.say(kills + " times kill -9 around a migration, " + halfway + " times in it");
  }

  /** As an older version would have left it, with the same reports. */
  private void makeOlder(Path file, int version) throws Exception {
    String url = Databases.parse(file.toString()).url();
    Flyway.configure()
        .dataSource(url, "dmarc", "")
        .sqlMigrationPrefix("")
        .sqlMigrationSeparator("-")
        .locations("classpath:dmarcreports/sql")
        .target(String.valueOf(version))
        .load()
        .migrate();
    Path newer = folder.resolve("newer.mv.db");
    Files.copy(folder.resolve("unbroken.mv.db"), newer, StandardCopyOption.REPLACE_EXISTING);
    String from = Databases.parse(newer.toString()).url();
    try (Connection old = DriverManager.getConnection(url, "dmarc", "");
        Connection all = DriverManager.getConnection(from, "dmarc", "")) {
      for (String table : List.of("RUNS", "POLICIES", "EVIDENCES", "REPORTS", "RECORDS")) {
        copy(table, all, old);
      }
    }
  }

  private static void copy(String table, Connection from, Connection to) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (ResultSet names = to.getMetaData().getColumns(null, "PUBLIC", table, null)) {
      while (names.next()) {
        columns.add(names.getString("COLUMN_NAME"));
      }
    }
    String list = String.join(", ", columns);
    String values = String.join(", ", Collections.nCopies(columns.size(), "?"));
    try (Statement select = from.createStatement();
        ResultSet rows = select.executeQuery("select " + list + " from " + table);
        PreparedStatement insert =
            to.prepareStatement(
                "insert into " + table + " (" + list + ") values (" + values + ")")) {
      while (rows.next()) {
        for (int i = 1; i <= columns.size(); i++) {
          insert.setObject(i, rows.getObject(i));
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
