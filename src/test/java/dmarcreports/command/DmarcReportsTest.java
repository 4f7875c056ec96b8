package dmarcreports.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line in process: exit codes and what is printed where. */
class DmarcReportsTest {
  private static final Path SAMPLE = Path.of("sample-reports/yahoo-forgers.xml");
  private static final Path TRUNCATED = Path.of("sample-reports/isp-truncated.xml.gz");

  @TempDir Path directory;
  private final Map<String, String> environment = new HashMap<>();
  private byte[] stdin = new byte[0];
  private String out;
  private String err;

  @Test
  void theLedgerIsOneLineThatBalances() {
    assertEquals(0, run("ingest", "--db", db("a"), "sample-reports"));
    assertEquals(
        "29 inputs: 26 with reports, 2 not a report, 0 unreadable, 1 wholly discarded"
            + " · 30 documents: 28 stored, 1 duplicate, 0 conflicts, 1 discarded · 95 records, 1846 messages · "
            + db("a")
            + ".mv.db\n",
        out);
    assertTrue(err.startsWith(TRUNCATED + ": truncated: "), err);
    assertEquals(1, err.lines().count(), err);
  }

  @Test
  void theLedgerInJsonHasItsKeys() throws Exception {
    run("ingest", "--format", "json", "--db", db("a"), SAMPLE.toString(), TRUNCATED.toString());
    JsonNode json = new ObjectMapper().readTree(out);
    List<String> keys = List.copyOf(json.properties().stream().map(Map.Entry::getKey).toList());
    assertEquals(
        List.of(
            "inputs with_documents not_reports unreadable documents stored duplicates conflicts"
                .concat(" discarded records messages deviations seconds db discards new_domains")
                .split(" ")),
        keys);
    JsonNode discard = json.get("discards").get(0);
    assertEquals(TRUNCATED.toString(), discard.get("input").asText());
    assertEquals("truncated", discard.get("reason").asText());
    assertEquals(4, discard.size());
  }

  @Test
  void discardsChangeTheExitCodeOnlyWhereAsked() {
    assertEquals(0, run("ingest", "-q", "--db", db("a"), TRUNCATED.toString()));
    assertEquals("", err);
    assertEquals(3, run("ingest", "--fail-on-discard", "--db", db("a"), TRUNCATED.toString()));
    assertEquals(0, run("ingest", "--fail-on-discard", "--db", db("a"), SAMPLE.toString()));
  }

  @Test
  void wrongUsageSaysWhatIsRight() {
    assertEquals(2, run("ingest", "s3:///prefix"));
    assertTrue(err.contains("s3://: name the bucket, s3://bucket/prefix"), err);
    assertEquals(2, run("ingest", "--fail-on-discrad", "x"));
    assertTrue(err.contains("--fail-on-discard"), err);
    assertEquals(2, run("ingset", "x"));
    assertTrue(err.contains("ingest"), err);
    assertEquals(2, run("ingest"));
    assertEquals(2, run("ingest", "--db", "jdbc:mysql://host/x", "x"));
    assertTrue(err.contains("does not use mysql databases"), err);
  }

  @Test
  void whatCannotBeDoneIsOneLine() throws Exception {
    assertEquals(1, run("ingest", "--db", db("a"), "nowhere"));
    assertEquals("nowhere: no such file or directory\n", err);
    assertEquals(1, run("ingest", "--config", "nowhere", "x"));
    assertEquals("nowhere: no such file or directory\n", err);
    Path config = Files.write(directory.resolve("bad"), new byte[] {'d', 'b', '=', (byte) 0xff});
    assertEquals(1, run("ingest", "--config", config.toString(), "x"));
    assertTrue(err.startsWith(config + ": is no properties file"), err);
    Files.writeString(config, "db=\\u00zz");
    assertEquals(1, run("ingest", "--config", config.toString(), "x"));
    assertTrue(err.startsWith(config + ": is no properties file"), err);
  }

  @Test
  void theDatabaseIsNamedByOptionThenEnvironmentThenFile() throws Exception {
    Path config = directory.resolve("config");
    Files.writeString(config, "db=" + db("file"));
    String sample = SAMPLE.toString();
    assertEquals(0, run("ingest", "--config", config.toString(), sample));
    assertTrue(out.endsWith(db("file") + ".mv.db\n"), out);
    environment.put("DMARC_REPORTS_DB", db("environment"));
    assertEquals(0, run("ingest", "--config=" + config, sample));
    assertTrue(out.endsWith(db("environment") + ".mv.db\n"), out);
    assertEquals(0, run("ingest", "--db", db("option"), "--config", config.toString(), sample));
    assertTrue(out.endsWith(db("option") + ".mv.db\n"), out);
  }

  @Test
  void defaultsAreThoseOfTheOptionThenTheEnvironmentThenTheHome() throws Exception {
    environment.put("HOME", directory.toString());
    Files.writeString(directory.resolve(".dmarc-reports.properties"), "db=" + db("home"));
    Path named = Files.writeString(directory.resolve("named"), "db=" + db("named"));
    Path config = Files.writeString(directory.resolve("config"), "db=" + db("option"));
    String sample = SAMPLE.toString();
    assertEquals(0, run("ingest", sample));
    assertTrue(out.endsWith(db("home") + ".mv.db\n"), out);
    environment.put("DMARC_REPORTS_CONFIG", named.toString());
    assertEquals(0, run("ingest", sample));
    assertTrue(out.endsWith(db("named") + ".mv.db\n"), out);
    assertEquals(0, run("ingest", sample, "--config", config.toString()));
    assertTrue(out.endsWith(db("option") + ".mv.db\n"), out);
  }

  @Test
  void theMailboxMayBeNamedByTheFile() throws Exception {
    Path config = directory.resolve("config");
    environment.put("DMARC_REPORTS_CONFIG", config.toString());
    Files.writeString(config, "mailbox=" + SAMPLE);
    assertEquals(0, run("ingest", "--db", db("a")));
    assertTrue(out.startsWith("1 input: 1 with reports"), out);
    assertEquals(0, run("ingest", "--db", db("b"), TRUNCATED.toString()));
    assertTrue(out.startsWith("1 input: 0 with reports"), out);
    Files.writeString(config, "nightly.mailbox=" + SAMPLE);
    assertEquals(2, run("ingest", "--db", db("c")));
    assertEquals(0, run("nightly", "--db", db("c"), "--out", directory.resolve("out").toString()));
    Files.writeString(config, "analyze.mailbox=" + SAMPLE);
    assertEquals(2, run("ingest", "--db", db("d")));
    assertTrue(err.startsWith(config + ": 'analyze.mailbox' is no option"), err);
  }

  @Test
  void standardInputIsAnInput() throws Exception {
    stdin = Files.readAllBytes(SAMPLE);
    assertEquals(0, run("ingest", "--db", db("a"), "-"));
    assertTrue(out.startsWith("1 input: 1 with reports"), out);
  }

  @Test
  void aHostileNameIsShownEscapedOnOneLine() throws Exception {
    Path file = directory.resolve("a\n\u001b[31m.gz");
    Files.copy(TRUNCATED, file);
    assertEquals(0, run("ingest", "--db", db("a"), file.toString()));
    assertEquals(1, err.lines().count(), err);
    assertTrue(err.contains("a\\u{a}\\u{1b}[31m.gz: truncated"), err);
  }

  @Test
  void aReportWithTooMuchInOnePlaceIsDiscardedAlone() throws Exception {
    String errors = ("<error>" + "x".repeat(60_000) + "</error>").repeat(20);
    String sample = Files.readString(SAMPLE);
    String huge = sample.replace("</report_metadata>", errors + "</report_metadata>");
    assertFalse(huge.equals(sample));
    Path file = Files.writeString(directory.resolve("huge.xml"), huge);
    assertEquals(0, run("ingest", "--db", db("a"), file.toString(), SAMPLE.toString()));
    assertTrue(out.contains(" 1 stored, 0 duplicates, 0 conflicts, 1 discarded"), out);
    assertTrue(err.contains("xml_limit"), err);
  }

  private String db(String name) {
    return directory.resolve(name).toString();
  }

  private int run(String... args) {
    ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    ByteArrayOutputStream stderr = new ByteArrayOutputStream();
    environment.putIfAbsent("HOME", directory.toString());
    int code =
        DmarcReports.run(
            args,
            new ByteArrayInputStream(stdin),
            stdout,
            new PrintStream(stderr, true, StandardCharsets.UTF_8),
            false,
            environment);
    out = stdout.toString(StandardCharsets.UTF_8);
    err = stderr.toString(StandardCharsets.UTF_8);
    assertFalse(err.contains("\tat "), err);
    return code;
  }
}
