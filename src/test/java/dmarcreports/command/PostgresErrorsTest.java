package dmarcreports.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.PostgresServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in, and what is said in one line where a server is not as it should be. */
class PostgresErrorsTest {
  private static final String PASS_FILE = "org.postgresql.pgpassfile";

  @TempDir Path folder;
  private final PostgresServer server = PostgresServer.shared();
  private String said = "";

  private int run(Map<String, String> environment, String db, String... arguments) {
    List<String> args = new ArrayList<>(List.of(arguments));
    args.addAll(List.of("--db", db));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(out, true, StandardCharsets.UTF_8);
    Map<String, String> all = new HashMap<>(environment);
    all.put("HOME", folder.toString());
    int code =
        DmarcReports.run(
            args.toArray(String[]::new), InputStream.nullInputStream(), out, err, false, all);
    said = out.toString(StandardCharsets.UTF_8);
    return code;
  }

  /** That a command fails with one line. */
  private void refuses(Map<String, String> environment, String db, String what) {
    assertEquals(1, run(environment, db, "ingest", "sample-reports"), said);
    assertEquals(1, said.lines().count(), said);
    assertTrue(said.startsWith(db + ": ") && said.contains(what), said);
    assertFalse(said.contains(PostgresServer.PASSWORD), said);
  }

  private String guarded() {
    return server.newDatabase().replace("?user=postgres", "?user=" + PostgresServer.GUARDED);
  }

  @AfterEach
  void forgetPassFile() {
    System.clearProperty(PASS_FILE);
  }

  @Test
  void aPasswordComesFromTheEnvironment() {
    String db = guarded();
    for (String name : List.of("DMARC_REPORTS_DB_PASSWORD", "PGPASSWORD")) {
      Map<String, String> right = Map.of(name, PostgresServer.PASSWORD);
      assertEquals(0, run(right, db, "ingest", "sample-reports", "-q"), said);
      assertEquals(0, run(right, db, "status", "--verify"), said);
      refuses(Map.of(name, "wrong"), db, "DMARC_REPORTS_DB_PASSWORD, PGPASSWORD or ~/.pgpass");
    }
  }

  @Test
  void aPasswordComesFromThePassFile() throws IOException {
    String db = guarded();
    Path file = folder.resolve("pass");
    System.setProperty(PASS_FILE, file.toString());
    refuses(Map.of(), db, "DMARC_REPORTS_DB_PASSWORD, PGPASSWORD or ~/.pgpass");
    String escaped = PostgresServer.PASSWORD.replace("\\", "\\\\").replace(":", "\\:");
    Files.writeString(file, "localhost:" + server.port() + ":*:guarded:" + escaped + "\n");
    assertEquals(0, run(Map.of(), db, "ingest", "sample-reports", "-q"), said);
  }

  @Test
  void theUserComesFromTheEnvironment() {
    String db = server.newDatabase().replace("?user=postgres", "");
    assertEquals(0, run(Map.of("PGUSER", "postgres"), db, "ingest", "sample-reports"), said);
    refuses(Map.of("PGUSER", "nobody"), db, "the server does not let nobody in");
  }

  @Test
  void aPasswordInTheUrlIsWrongUsage() {
    assertEquals(2, run(Map.of(), server.url("x") + "?password=secret", "status"));
    assertTrue(said.contains("seen by everybody"), said);
    assertEquals(2, run(Map.of(), server.url("x") + "?socketFactory=java.io.File", "status"));
    assertTrue(said.contains("and nothing else; not socketFactory"), said);
  }

  @Test
  void aMissingDatabaseIsNamed() {
    refuses(Map.of(), server.url("none") + "?user=postgres", "there is no such database");
  }

  @Test
  void aServerThatIsNotThereIsNamed() {
    refuses(Map.of(), "jdbc:postgresql://localhost:1/reports", "no server answers there");
  }

  @Test
  void nothingIsReadFromADatabaseWithoutReportsAndNothingMade() {
    String db = server.newDatabase();
    assertEquals(1, run(Map.of(), db, "analyze"));
    assertEquals(db + ": no reports are in this database; run ingest first\n", said);
    assertEquals("0", tables(db));
  }

  private static String tables(String db) {
    return PostgresServer.value(
        db, "select count(*) from information_schema.tables where table_schema = 'public'");
  }

  @Test
  void besideTablesOfAnotherProgramNoneAreMadeButInASchemaOfItsOwn() {
    String db = server.newDatabase();
    PostgresServer.execute(db, "create table theirs (id int)");
    refuses(Map.of(), db, "holds tables of another program");
    assertEquals("1", tables(db));
    PostgresServer.execute(db, "create schema dmarc");
    String own = db + "&currentSchema=dmarc";
    assertEquals(0, run(Map.of(), own, "ingest", "sample-reports", "-q"), said);
    assertEquals(0, run(Map.of(), own, "status", "--verify"), said);
    assertEquals("1", tables(db));
  }

  @Test
  void whatANewerVersionWroteIsRefused() {
    String db = server.newDatabase();
    assertEquals(0, run(Map.of(), db, "ingest", "sample-reports", "-q"), said);
    PostgresServer.execute(
        db,
        "insert into flyway_schema_history select 900, '900', description, type, script, checksum,"
            + " installed_by, installed_on, execution_time, success from flyway_schema_history"
            + " limit 1");
    refuses(Map.of(), db, "was written by a newer version of this program (schema 900");
  }

  @Test
  void aDatabaseThatCannotHoldEveryCharacterIsRefused() {
    server.execute("create database latin encoding 'LATIN1' locale 'C' template template0");
    refuses(Map.of(), server.url("latin") + "?user=postgres", "is not in UTF8");
    server.execute("drop database latin");
  }

  @Test
  void aDatabaseThatMayOnlyBeReadIsRefused() {
    String db = server.newDatabase();
    assertEquals(0, run(Map.of(), db, "ingest", "sample-reports", "-q"), said);
    String name = db.replaceAll(".*/([a-z0-9]+)\\?.*", "$1");
    server.execute("alter database " + name + " set default_transaction_read_only = on");
    refuses(Map.of(), db, "may not be written");
    assertEquals(0, run(Map.of(), db, "analyze", "--format", "json"), said);
    assertEquals(0, run(Map.of(), db, "status"), said);
  }

  @Test
  void aUserWithoutTheRightIsToldSo() {
    String db = server.newDatabase();
    server.execute("create role reader login");
    refuses(Map.of(), db.replace("=postgres", "=reader"), "reader");
    server.execute("drop role reader");
  }

  @Test
  void anOrdinaryUserWithASchemaIsEnough() {
    String db = server.newDatabase();
    PostgresServer.execute(db, "create role plain login; create schema authorization plain");
    String own = db.replace("=postgres", "=plain");
    assertEquals(0, run(Map.of(), own, "ingest", "sample-reports", "-q"), said);
    assertEquals(0, run(Map.of(), own, "status", "--verify"), said);
    assertEquals(0, run(Map.of(), own, "purge", "--report-id", "x"), said);
    assertEquals("0", tables(db));
  }
}
