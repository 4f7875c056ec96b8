package dmarcreports.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.Rua;
import dmarcreports.command.Program;
import dmarcreports.mail.Limits;
import dmarcreports.mail.Opener;
import dmarcreports.mailbox.FileMailbox;
import dmarcreports.store.Databases;
import dmarcreports.store.ReportStore;
import dmarcreports.store.open.Database;
import dmarcreports.xml.ReportParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clock that jumps between two runs, and back within one. */
class ClockTest {
  @TempDir Path folder;

  private void ingest(Path inbox, String begun, String ended) throws IOException {
    Database database = Databases.parse(folder.resolve("reports").toString());
    try (ReportStore store =
        ReportStore.open(database, Duration.ZERO, Instant.parse(begun), "test")) {
      Ledger ledger =
          new Ingest(
                  store,
                  new Opener(Limits.defaults()),
                  line -> {},
                  OwnDomains.ANY,
                  new ReportParser())
              .run(
                  FileMailbox.of(List.of(inbox.toString()), InputStream.nullInputStream()),
                  new Progress(null));
      store.keep(ledger.sums());
      store.finish(Instant.parse(ended));
    }
  }

  @Test
  void neitherLosesNorAddsAnything() throws IOException {
    Program program = new Program(folder, "reports");
    Rua rua = new Rua(folder.resolve("inbox")).report("a.net", "2026-11-20", Rua.ses(5));
    Files.copy(Path.of("sample-reports/isp-truncated.xml.gz"), rua.directory().resolve("cut.gz"));
    ingest(rua.directory(), "2026-11-24T06:00:00Z", "2026-11-24T06:00:01Z");
    String before = program.printed("analyze", "--all", "--format", "json");
    String export = program.printed("export");
    ingest(rua.directory(), "2031-01-01T00:00:00Z", "2026-11-24T06:00:00Z");
    ingest(rua.directory(), "1999-12-31T23:59:59Z", "1999-12-31T00:00:00Z");
    assertEquals(before, program.printed("analyze", "--all", "--format", "json"));
    assertEquals(export, program.printed("export"));
    String status = program.printed("status", "--verify");
    List<String> runs = status.lines().filter(line -> line.startsWith("run ")).toList();
    assertEquals(3, runs.size(), status);
    assertTrue(runs.get(0).contains("1999-12-31T23:59:59Z"), status);
    assertEquals(2, program.printed("discards", "--format", "csv").lines().count());
  }

  @Test
  void whatANightHasToldIsToldOnceWhateverTheClock() throws IOException {
    Program program = new Program(folder, "reports");
    Rua rua = new Rua(folder.resolve("inbox")).report("a.net", "2026-11-20", Rua.ses(5));
    String out = folder.resolve("findings").toString();
    ingest(rua.directory(), "2031-01-01T00:00:00Z", "2031-01-01T00:00:01Z");
    assertTrue(
        program
            .printed("nightly", rua.directory().toString(), "--out", out)
            .contains("; first digest; "));
    rua.report("a.net", "2026-11-21", Rua.stranger(7));
    String second = program.printed("nightly", rua.directory().toString(), "--out", out);
    assertTrue(second.startsWith("2026-11-21: 1 report, 7 messages"), second);
    assertTrue(second.contains("new source  example.com: mailer.example "), second);
  }
}
