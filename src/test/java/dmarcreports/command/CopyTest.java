package dmarcreports.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.PostgresServer;
import dmarcreports.Rua;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy says what the original says, in either kind of database. */
class CopyTest {
  private static final String SAMPLES = "sample-reports";

  @TempDir Path folder;

  private Program original;
  private String file;

  @BeforeEach
  void ingest() {
    original = new Program(folder, "original");
    file = folder.resolve("original").toString();
    assertEquals(0, original.run("ingest", SAMPLES, "-q"), original.err);
  }

  @Test
  void goesToAServerAndBack() throws IOException {
    String server = PostgresServer.shared().newDatabase();
    String back = folder.resolve("back").toString();
    assertEquals(
        "copied 28 reports · 95 records, 1846 messages · " + server + "\n", copy(file, server));
    copy(server, back);
    saysTheSame(server);
    saysTheSame(back);
  }

  @Test
  void goesOnWhereItWasStopped() throws IOException {
    String server = PostgresServer.shared().newDatabase();
    copy(file, server);
    for (String table : List.of("reports", "runs", "discards", "announcements", "digests")) {
      PostgresServer.execute(server, "delete from " + table);
    }
    PostgresServer.execute(server, "delete from records where id > 40");
    PostgresServer.execute(server, "create table kept as select ctid as place, id from records");
    copy(file, server);
    assertEquals(
        "40",
        PostgresServer.value(
            server,
            "select count(*) from kept join records on kept.place = records.ctid and kept.id = records.id"));
    saysTheSame(server);
    copy(file, server);
    saysTheSame(server);
  }

  @Test
  void takesNoOtherReportsForItsOwn() throws IOException {
    Program other = new Program(folder, "other");
    Path inbox = folder.resolve("inbox");
    new Rua(inbox).report("a.net", "2026-11-20", Rua.ses(5));
    assertEquals(0, other.run("ingest", inbox.toString(), "-q"), other.err);
    assertEquals(
        1, original.run("copy", "--from", file, "--to", folder.resolve("other").toString()));
    assertTrue(original.err.contains("copy into a new database"), original.err);
  }

  @Test
  void findsWhatIsNotTheSame() {
    String server = PostgresServer.shared().newDatabase();
    copy(file, server);
    PostgresServer.execute(server, "update records set messages = messages + 1 where id = 7");
    assertEquals(1, original.run("copy", "--from", file, "--to", server));
    assertTrue(original.err.contains("holds other records than"), original.err);
  }

  @Test
  void copiesNothingIntoItself() {
    assertEquals(1, original.run("copy", "--from", file, "--to", file + ".mv.db"));
    assertTrue(original.err.contains("is the database that is copied"), original.err);
  }

  private String copy(String from, String to) {
    return original.printed("copy", "--from", from, "--to", to);
  }

  private void saysTheSame(String db) {
    Program copy = new Program(folder, db);
    for (String format : List.of("json", "csv", "text")) {
      assertEquals(
          original.printed("analyze", "--all", "--format", format),
          copy.printed("analyze", "--all", "--format", format));
    }
    assertEquals(original.printed("discards"), copy.printed("discards"));
    assertEquals(
        original.printed("export", "--format", "jsonl"),
        copy.printed("export", "--format", "jsonl"));
    copy.printed("status", "--verify");
  }
}
