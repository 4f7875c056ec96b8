package dmarcreports.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.file.PrivateFiles;
import dmarcreports.store.open.Database;
import dmarcreports.store.open.Migrations;
import dmarcreports.store.open.OpenDatabase;
import dmarcreports.store.open.SchemaFiles;
import dmarcreports.store.open.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for a database, and what is refused and left as it is. */
class DatabaseTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  @TempDir Path directory;

  @Test
  void aFileIsNamedWithOrWithoutItsSuffix() {
    assertEquals(Databases.parse("x/reports"), Databases.parse("x/reports.mv.db"));
    assertEquals(
        Databases.parse("x/reports").file(), Databases.parse("jdbc:h2:file:./x/reports").file());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:mysql://host/reports",
        "jdbc:postgresql://host/",
        "jdbc:postgresql:",
        "jdbc:postgresql://host/reports?password=secret",
        "jdbc:postgresql://host/reports?sslpassword=secret",
        "jdbc:postgresql://dmarc:secret@host/reports",
        "jdbc:postgresql://host/reports?socketFactory=org.springframework.Context",
        "jdbc:postgresql://host/reports?user=dmarc&sslfactory=x",
        "jdbc:postgresql://host/reports?loggerFile=/etc/passwd",
        "jdbc:postgresql://host/reports?options=-c%20synchronous_commit=off",
        "jdbc:postgresql://host/reports?preferQueryMode=simple",
        "jdbc:postgresql://host/reports?service=other",
        "jdbc:postgresql://host/reports?&;INIT=x",
        "jdbc:h2:tcp://host/reports",
        "jdbc:h2:ssl://host/reports",
        "jdbc:h2:file:./reports;INIT=RUNSCRIPT FROM 'x'",
        "jdbc:h2:mem:x;init=select 1",
        "jdbc:h2:mem:x;CACHE_SIZE=1\\;INIT=select 1",
        "jdbc:h2:mem:x;CACHE_SIZE=1;IN\\IT=select 1",
        "jdbc:h2:file:./reports;AUTO_SERVER=TRUE",
        "jdbc:h2:file:./reports;DATABASE_EVENT_LISTENER='java.lang.Object'",
        "jdbc:h2:file:./reports;TRACE_LEVEL_FILE=3",
        "jdbc:h2:file:./reports;WRITE_DELAY=500",
        "jdbc:h2:file:./reports;USER=sa;PASSWORD=secret",
        "jdbc:h2:classpath:reports",
        "jdbc:h2:nioMapped:reports",
        "reports;INIT=select 1",
        "a;b"
      })
  void isNotUsed(String where) {
    assertThrows(IllegalArgumentException.class, () -> Databases.parse(where));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql:reports",
        "jdbc:postgresql://host/reports",
        "jdbc:postgresql://[::1]:5433/reports?user=dmarc",
        "jdbc:postgresql://one:5432,two:5432/reports?targetServerType=primary",
        "jdbc:postgresql://host/reports?sslmode=verify-full&sslrootcert=/etc/ca.pem&user=d%40e"
      })
  void isADatabaseOfAServer(String url) {
    assertEquals(url, Databases.parse(url).url());
    assertTrue(Databases.isOfServer(Databases.parse(url)));
  }

  @Test
  void theUserOfAServerIsThatOfTheUrlOrOfTheEnvironment() {
    Map<String, String> environment = Map.of("PGUSER", "them", "PGPASSWORD", "open", "X", "y");
    Database named = Databases.parse("jdbc:postgresql://host/reports?user=d%40e", environment);
    assertEquals("d@e", named.user());
    assertEquals("open", named.password());
    String other = "jdbc:postgresql://host/reports";
    assertEquals("them", Databases.parse(other, environment).user());
    assertEquals(System.getProperty("user.name"), Databases.parse(other, Map.of()).user());
    assertEquals(
        "sesame",
        Databases.parse(other, Map.of("PGPASSWORD", "open", "DMARC_REPORTS_DB_PASSWORD", "sesame"))
            .password());
    assertFalse(named.toString().contains("open"));
  }

  @Test
  void filesArePrivate() throws Exception {
    Database database = Databases.parse(directory.resolve("reports").toString());
    ReportStore.open(database, Duration.ZERO, NOW, "test").close();
    for (String suffix : List.of(".mv.db", ".mv.db.lock", ".mv.db.mark")) {
      assertEquals(
          PrivateFiles.FILE.value(),
          Files.getPosixFilePermissions(directory.resolve("reports" + suffix)),
          suffix);
    }
  }

  @Test
  void aDirectoryIsRefused() {
    assertTrue(refusal(directory.toString()).contains("is a directory"));
  }

  @Test
  void aMissingDirectoryIsNamed() {
    String refusal = refusal(directory.resolve("none/reports").toString());
    assertTrue(refusal.endsWith("no such directory: " + directory + "/none; make it first"));
  }

  @Test
  void anEmptyFileIsRefused() throws IOException {
    Files.createFile(file());
    assertTrue(refusal(file().toString()).contains("is empty"));
    assertEquals(0, Files.size(file()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 4_096, 100_000})
  void noiseIsRefusedAndLeftAsItIs(int size) throws IOException {
    byte[] noise = new byte[size];
    new Random(size).nextBytes(noise);
    Files.write(file(), noise);
    String refusal = refusal(file().toString());
    assertTrue(refusal.contains("is damaged or no H2 database"), refusal);
    assertArrayEquals(noise, Files.readAllBytes(file()));
  }

  @Test
  void theDatabaseOfAnotherProgramIsRefused() throws Exception {
    String url = Databases.parse(file().toString()).url();
    DriverManager.getConnection(url, "other", "secret").close();
    String refusal = refusal(file().toString());
    assertTrue(refusal.contains("is not a database of this program"), refusal);
  }

  @Test
  void aNewerSchemaIsRefusedAndLeftAsItIs() throws Exception {
    make();
    execute(
        "insert into \"flyway_schema_history\" select 99, '99', 'new', 'SQL', '099-new.sql', 1,"
            + " \"installed_by\", now(), 1, true from \"flyway_schema_history\" where"
            + " \"version\" = '001'");
    byte[] before = Files.readAllBytes(file());
    String refusal = refusal(file().toString());
    assertTrue(refusal.contains("newer version of this program (schema 99"), refusal);
    assertArrayEquals(before, Files.readAllBytes(file()));
    assertFalse(Files.exists(directory.resolve("reports.mv.db.mark")));
  }

  @Test
  void anOlderSchemaIsCopiedAndBroughtUpToDate() throws Exception {
    make();
    byte[] before = Files.readAllBytes(file());
    Database database = Databases.parse(file().toString());
    Migrations newer = new Migrations(8, "classpath:dmarcreports/store/newer");
    try (OpenDatabase open = Databases.open(database, Duration.ZERO, true, newer)) {
      assertEquals(8, Migrations.versionOf(open.connection()));
      assertEquals(1, open.db().fetchCount(org.jooq.impl.DSL.table("RUNS")));
    }
    Path copy = directory.resolve("reports.mv.db.version-7");
    assertArrayEquals(before, Files.readAllBytes(copy));
    assertEquals(PrivateFiles.FILE.value(), Files.getPosixFilePermissions(copy));
    assertTrue(refusal(file().toString()).contains("schema 8, this one knows 7"));
  }

  @Test
  void theVersionIsTheNumberOfTheLastFile() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("sql"))) {
      assertEquals(
          SchemaFiles.NAMES, files.map(path -> path.getFileName().toString()).sorted().toList());
      assertEquals(Migrations.VERSION, SchemaFiles.NAMES.size());
    }
  }

  @Test
  void whoeverComesSecondWaitsAndThenNamesTheFirst() {
    try (ReportStore first = store()) {
      long begun = System.nanoTime();
      StoreException refused =
          assertThrows(
              StoreException.class,
              () ->
                  ReportStore.open(
                      Databases.parse(file().toString()), Duration.ofMillis(300), NOW, "test"));
      assertTrue(System.nanoTime() - begun >= 300_000_000L);
      String holder = "in use by process " + ProcessHandle.current().pid() + ", since ";
      assertTrue(refused.getMessage().contains(holder), refused.getMessage());
      first.finish(NOW);
    }
    make();
  }

  @Test
  void nothingIsLeftOfTheMakingOfADatabase() throws IOException {
    Files.write(directory.resolve("reports.new.mv.db"), new byte[10]);
    make();
    assertFalse(Files.exists(directory.resolve("reports.new.mv.db")));
  }

  @Test
  void withoutAMarkAMissingRecordIsFound() throws Exception {
    make();
    execute(
        "insert into reports (id, key_hash, content_hash, conflict, policy_id, reporter, org_name,"
            + " report_id, format, window_begin, window_end, report_day, late, deviation_count,"
            + " input, run_id, first_record, record_count, message_count) values (7, X'00', X'00',"
            + " false, 1, '', '', '', 'rfc7489', 0, 0, date '2026-11-20', false, 0, '', 1, 1, 3,"
            + " 9)");
    execute("insert into records values (1, 7, X'', 1, 4), (2, 7, X'', 1, 4)");
    String refusal = refusal(file().toString());
    assertTrue(
        refusal.contains("report 7 is not whole (2 of 3 records, 8 of 9 messages)"), refusal);
    execute("insert into records values (3, 7, X'', 1, 1)");
    refusal = refusal(file().toString());
    assertTrue(refusal.contains("evidences are missing (1)"), refusal);
    execute("insert into evidences (id, hash, policy_id, null_sender) values (1, X'00', 1, false)");
    refusal = refusal(file().toString());
    assertTrue(refusal.contains("policies are missing (1)"), refusal);
    execute("insert into policies (id, hash, domain) values (1, X'00', 'example.com')");
    make();
  }

  private Path file() {
    return directory.resolve("reports.mv.db");
  }

  private ReportStore store() {
    return ReportStore.open(Databases.parse(file().toString()), Duration.ZERO, NOW, "test");
  }

  private void make() {
    try (ReportStore store = store()) {
      store.finish(NOW);
    }
  }

  private void execute(String sql) throws Exception {
    Files.deleteIfExists(directory.resolve("reports.mv.db.mark"));
    String url = Databases.parse(file().toString()).url();
    try (Connection connection = DriverManager.getConnection(url, "dmarc", "");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String refusal(String where) {
    StoreException refused =
        assertThrows(
            StoreException.class,
            () -> ReportStore.open(Databases.parse(where), Duration.ZERO, NOW, "test").close());
    assertEquals(1, refused.getMessage().lines().count());
    return refused.getMessage();
  }
}
