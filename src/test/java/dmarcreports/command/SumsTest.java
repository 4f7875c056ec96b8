package dmarcreports.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dmarcreports.Rua;
import dmarcreports.output.plain.Span;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How counts, days and times are put into words. */
class SumsTest {
  private static final Path TRUNCATED = Path.of("sample-reports/isp-truncated.xml.gz");

  @TempDir Path folder;
  private Path inbox;
  private Program program;

  @BeforeEach
  void fill() throws IOException {
    inbox = folder.resolve("inbox");
    new Rua(inbox).report("mx.example.net", "2026-11-20", Rua.ses(1));
    program = new Program(folder, "reports");
  }

  @Test
  void oneOfAThingIsSingular() throws IOException {
    assertEquals(0, program.run("ingest", "-v", inbox.toString()));
    assertEquals("1 report of this run is on disk\n", program.err);
    assertEquals(
        "1 input: 1 with reports, 0 not a report, 0 unreadable · 1 document: 1 stored,"
            + " 0 duplicates, 0 conflicts, 0 discarded · 1 record, 1 message · "
            + folder.resolve("reports.mv.db")
            + "\n",
        program.out);
    assertTrue(
        program
            .printed("purge", "--source", "192.0.2.1", "--dry-run")
            .startsWith("would purge 1 report whole, 0 in part · 1 record, 1 message · "),
        program.out);
    Path report = inbox.resolve("mx.example.net-example.com-2026-11-20.xml");
    Files.writeString(
        inbox.resolve("other.xml"),
        Files.readString(report).replace("<p>none</p>", "<p>reject</p>"));
    program.run("ingest", inbox.toString());
    assertTrue(
        program.out.contains("· 2 documents: 0 stored, 1 duplicate, 1 conflict, 0 discarded · 0"),
        program.out);
    String status = program.printed("status");
    assertTrue(
        status.contains("\nreports    1 (and 1 in conflict), 1 record, 1 message\n"), status);
    assertTrue(status.contains(": 1 input, 1 stored, 0 duplicates"), status);
    assertTrue(
        program
            .printed("status", "--report", "mx.example.net-example.com-2026-11-20")
            .contains("2026-11-20, 1 record, 1 message"),
        program.out);
  }

  @Test
  void oneDayIsOneDate() {
    program.run("ingest", inbox.toString());
    String status = program.printed("status");
    assertTrue(status.contains("\ndays       2026-11-20\n"), status);
  }

  @Test
  void anInputOfWhichAllIsDiscardedIsNotOneWithReports() throws Exception {
    Files.copy(TRUNCATED, inbox.resolve("truncated.gz"));
    program.run("ingest", inbox.toString());
    assertTrue(
        program.out.startsWith(
            "2 inputs: 1 with reports, 0 not a report, 0 unreadable, 1 wholly discarded · 2 doc"),
        program.out);
    program.run("ingest", inbox.toString(), "--format", "json", "--jobs", "3");
    JsonNode ledger = new ObjectMapper().readTree(program.out);
    assertEquals(2, ledger.get("with_documents").asInt(), "the key counts both, and balances");
    assertEquals(2, ledger.get("inputs").asInt());
  }

  @Test
  void quietPrintsErrorsOnly() throws IOException {
    Files.copy(TRUNCATED, inbox.resolve("truncated.gz"));
    for (String[] command :
        List.of(
            new String[] {"ingest", "-q", inbox.toString()},
            new String[] {"discards", "--retry", "-q"},
            new String[] {"purge", "-q", "--source", "192.0.2.1"})) {
      assertEquals(0, program.run(command), program.err);
      assertEquals("", program.out + program.err, String.join(" ", command));
    }
    assertEquals(1, program.run("ingest", "-q", "nowhere"));
    assertEquals("nowhere: no such file or directory\n", program.err);
    program.run("ingest", "-q", inbox.toString(), "--format", "json");
    assertTrue(program.out.startsWith("{\"inputs\":2,"), "what is asked for is printed");
    program.run("purge", "-q", "--source", "192.0.2.1", "--dry-run");
    assertTrue(program.out.startsWith("would purge 1 report whole"), program.out);
  }

  @ParameterizedTest
  @CsvSource({
    "--reporter, nobody, no report of 'nobody' is stored",
    "--report-id, r-0, no report with the id 'r-0' is stored",
    "--source, 203.0.113.9, no record about mail from 203.0.113.9 is stored",
    "--older-than, 400d, no report is that old"
  })
  void aPurgeOfNobodySaysSo(String option, String name, String said) {
    program.run("ingest", inbox.toString());
    String told = program.printed("purge", option, name);
    assertTrue(told.startsWith("purged 0 reports whole, 0 in part · 0 records, 0 messages"), told);
    assertTrue(told.endsWith(" · " + said + "\n"), told);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 80, ·",
    "no number, 80, ·",
    "60, 60, '·,'",
    "40, 40, '·,:'",
    "1, 34, '·,:'",
    "200, 200, ·"
  })
  void onATerminalTheLedgerBreaksBehindItsSeparators(String columns, int width, String behind) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String db = folder.resolve("db").toString();
    DmarcReports.run(
        new String[] {"ingest", inbox.toString(), "--db", db},
        new ByteArrayInputStream(new byte[0]),
        out,
        new PrintStream(new ByteArrayOutputStream()),
        new Terminals(true, false),
        Map.of("HOME", folder.toString(), "COLUMNS", columns));
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    String ledger = String.join(" ", lines.stream().map(String::strip).toList());
    assertTrue(ledger.endsWith(" · " + db + ".mv.db"), ledger);
    assertTrue(ledger.startsWith("1 input: 1 with reports, 0 not a report, "), ledger);
    for (String line : lines.subList(0, lines.size() - 1)) {
      assertTrue(line.length() <= width, line);
      assertTrue(behind.indexOf(line.charAt(line.length() - 1)) >= 0, line);
    }
    assertEquals(width == 200 && ledger.length() <= 200, lines.size() == 1, ledger);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 s", "59, 59 s", "86, 1 min 26 s", "3599, 59 min 59 s", "7500, 2 h 5 min"})
  void aTimeIsReadAloud(long seconds, String words) {
    assertEquals(words, Span.of(Duration.ofSeconds(seconds)));
  }
}
