package dmarcreports.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command on a database of a PostgreSQL server says what it says on a file. */
class PostgresTest {
  private static final String SAMPLES = "sample-reports";

  @TempDir Path folder;

  @Test
  void saysTheSameAsAFile() throws IOException {
    Program file = new Program(folder, "reports");
    Program server = new Program(folder, PostgresServer.shared().newDatabase());
    for (Program one : List.of(file, server)) {
      assertEquals(0, one.run("ingest", SAMPLES), one.err);
    }
    assertEquals(ledger(file), ledger(server));
    for (String format : List.of("json", "csv", "text")) {
      assertEquals(
          file.printed("analyze", "--all", "--format", format),
          server.printed("analyze", "--all", "--format", format));
    }
    for (String format : List.of("jsonl", "csv")) {
      assertEquals(
          file.printed("export", "--format", format), server.printed("export", "--format", format));
    }
    assertEquals(file.printed("explain", "192.0.2.25"), server.printed("explain", "192.0.2.25"));
    assertEquals(withoutTimes(file.printed("discards")), withoutTimes(server.printed("discards")));
    server.printed("status", "--verify");
    assertEquals(0, server.run("ingest", SAMPLES));
    assertTrue(server.out.contains(" 0 stored"), server.out);
  }

  private static String ledger(Program program) {
    return program.out.substring(0, program.out.lastIndexOf('·'));
  }

  private static String withoutTimes(String lines) {
    return lines.replaceAll("(?m)^\\S+", "");
  }
}
