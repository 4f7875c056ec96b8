package dmarcreports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.store.Database;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real jar, ended at random moments: what it had said is on disk is there, nothing is half, and
 * the next run ends as if nothing had been. {@code -Dkills=200} for more of them.
 */
class CrashIT {
  private static final Path JAR = Path.of("target/dmarc-reports.jar").toAbsolutePath();
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin/java").toString();
  private static final int KILLS = Integer.getInteger("kills", 20);
  private static final long SEED = Long.getLong("seed", 20261124L);
  private static final int REPORTS = 1_500;

  @TempDir Path folder;
  private final Random random = new Random(SEED);
  private Path inbox;
  private Path db;
  private long millis;

  /** How many reports, the first by their names, are known to be on disk. */
  private int onDisk;

  private int acknowledged;
  private int lost;
  private int half;

  @BeforeEach
  void makeInbox() throws Exception {
    inbox = Files.createDirectory(folder.resolve("inbox"));
    NumberedReports.write(inbox, 0, REPORTS);
    db = folder.resolve("unbroken");
    long begun = System.nanoTime();
    assertEquals(0, ingest().waitFor());
    millis = (System.nanoTime() - begun) / 1_000_000;
    assertEquals(NumberedReports.expected(REPORTS), NumberedReports.held(db.toString()));
  }

  private Process ingest() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                JAVA,
                "-Xmx256m",
                "-jar",
                JAR.toString(),
                "ingest",
                inbox.toString(),
                "-v",
                "--db",
                db.toString()));
    builder.environment().put("HOME", folder.toString());
    builder.environment().remove("DMARC_REPORTS_DB");
    return builder
        .redirectOutput(folder.resolve("out.txt").toFile())
        .redirectError(folder.resolve("err.txt").toFile())
        .start();
  }

  @Test
  void killedAtAnyMoment() throws Exception {
    int kills = 0;
    while (kills < KILLS) {
      db = folder.resolve("killed-" + kills);
      for (int again = random.nextInt(3); again >= 0; again--) {
        Process process = ingest();
        if (isStillRunning(process)) {
          process.destroyForcibly().waitFor();
          kills++;
        }
        checkWhatIsLeft();
      }
      finish();
    }
    assertTrue(acknowledged > 0);
    say(kills + " times kill -9");
  }

  @Test
  void askedToEndAtAnyMoment() throws Exception {
    int terminated = 0;
    int wanted = Math.max(3, KILLS / 4);
    for (int kill = 0; terminated < wanted || acknowledged == 0 && kill < 10 * wanted; kill++) {
      db = folder.resolve("terminated-" + kill);
      Process process = ingest();
      if (isStillRunning(process)) {
        process.destroy();
      }
      assertTrue(process.waitFor(5, TimeUnit.SECONDS), "still running after 5 s");
      assertTrue(Set.of(0, 1, 143).contains(process.exitValue()), "exit " + process.exitValue());
      terminated += process.exitValue() == 143 ? 1 : 0;
      checkWhatIsLeft();
      finish();
    }
    assertTrue(acknowledged > 0);
    say(terminated + " times SIGTERM");
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
        db = folder.resolve("migrated-" + version + "-" + kill);
        Path file = Path.of(db + ".mv.db");
        Files.copy(older, file);
        Process process = ingest();
        process.waitFor(random.nextLong(millis / 2), TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        boolean untouched = Files.mismatch(older, file) == -1;
        Path copy = Path.of(file + ".version-" + version);
        assertTrue(untouched || Files.mismatch(older, copy) == -1);
        halfway += untouched && Files.exists(copy) ? 1 : 0;
        assertEquals(NumberedReports.expected(REPORTS), NumberedReports.held(db.toString()));
        finish();
      }
    }
    say(kills + " times kill -9 around a migration, " + halfway + " times in it");
  }

  /** As an older version would have left it, with the same reports. */
  private void makeOlder(Path file, int version) throws Exception {
    String url = Database.parse(file.toString()).url();
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
    String from = Database.parse(newer.toString()).url();
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

  /** Whether a process is, after a random part of the time that it takes on so busy a machine. */
  private boolean isStillRunning(Process process) throws InterruptedException {
    long pause = random.nextLong(millis);
    long begun = System.nanoTime();
    if (process.waitFor(pause, TimeUnit.MILLISECONDS)) {
      millis = Math.max(500, (System.nanoTime() - begun) / 1_000_000);
      return false;
    }
    if (pause > millis * 4 / 5) {
      millis += millis / 4;
    }
    return true;
  }

  /** Looks at a copy: the next run finds what was left. */
  private void checkWhatIsLeft() throws IOException {
    List<String> said = Files.readAllLines(folder.resolve("err.txt"));
    int spoken =
        said.stream()
            .filter(line -> line.endsWith(" reports of this run are on disk"))
            .mapToInt(line -> Integer.parseInt(line.split(" ")[0]))
            .max()
            .orElse(0);
    onDisk += spoken;
    acknowledged += spoken;
    Path file = Path.of(db + ".mv.db");
    if (!Files.exists(file)) {
      assertEquals(0, onDisk);
      return;
    }
    Path copy = folder.resolve("copy");
    for (String suffix : List.of(".mv.db", ".mv.db.mark")) {
      Files.deleteIfExists(Path.of(copy + suffix));
      if (Files.exists(Path.of(db + suffix))) {
        Files.copy(
            Path.of(db + suffix), Path.of(copy + suffix), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Map<Integer, Map<String, Long>> held = NumberedReports.held(copy.toString());
    for (Map.Entry<Integer, Map<String, Long>> report :
        NumberedReports.expected(REPORTS).entrySet()) {
      Map<String, Long> sources = held.get(report.getKey());
      if (sources == null) {
        lost += report.getKey() < onDisk ? 1 : 0;
      } else if (!sources.equals(report.getValue())) {
        half++;
      }
    }
    assertEquals(0, lost, "lost");
    assertEquals(0, half, "half");
    onDisk = held.size();
  }

  /** The next run, which must not wait for anything: all is there. */
  private void finish() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(out, true, StandardCharsets.UTF_8);
    int code =
        Main.run(
            new String[] {"ingest", inbox.toString(), "--db", db.toString(), "--wait", "0s"},
            InputStream.nullInputStream(),
            out,
            err,
            false,
            Map.of());
    assertEquals(0, code, out.toString(StandardCharsets.UTF_8));
    assertEquals(NumberedReports.expected(REPORTS), NumberedReports.held(db.toString()));
    onDisk = 0;
    List<Path> left = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(path -> path.getFileName().toString().startsWith(db.getFileName() + "."))
          .forEach(left::add);
    }
    for (Path path : left) {
      Files.delete(path);
    }
  }

  private void say(String what) {
    System.out.println(
        what
            + ": seed "
            + SEED
            + ", "
            + acknowledged
            + " reports acknowledged, "
            + lost
            + " lost, "
            + half
            + " half");
  }
}
