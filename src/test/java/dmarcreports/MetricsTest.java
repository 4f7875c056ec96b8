package dmarcreports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dmarcreports.command.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What monitoring is given of findings, whoever sent the reports. */
class MetricsTest {
  private static final Path PROMTOOL = Path.of("/usr/bin/promtool");

  /** A label's value has no quotation mark and no backslash but in an escape. */
  private static final Pattern SAMPLE =
      Pattern.compile(
          "(dmarc_reports_[a-z_]+(?:\\{[a-z]+=\"(?:[^\"\\\\\\p{Cntrl}]|\\\\[\"\\\\])*\""
              + "(?:,[a-z]+=\"[a-z_+]+\")?})?) ([0-9]+)");

  @TempDir Path folder;
  private Program program;
  private Rua rua;

  @BeforeEach
  void start() throws IOException {
    program = new Program(folder, "reports");
    rua = new Rua(folder.resolve("inbox"));
  }

  private String metrics() {
    assertEquals(0, program.run("ingest", rua.directory().toString(), "-q"), program.err);
    return program.printed("analyze", "--format", "metrics");
  }

  /** The series, each of which is there once. */
  private static Set<String> series(String metrics) {
    Set<String> series = new HashSet<>();
    for (String line : metrics.lines().filter(line -> !line.startsWith("#")).toList()) {
      Matcher sample = SAMPLE.matcher(line);
      assertTrue(sample.matches(), line);
      assertTrue(series.add(sample.group(1)), line);
    }
    return series;
  }

  /** Prometheus' own tool has nothing to say about it. */
  private void assertClean(String metrics) throws Exception {
    assumeTrue(Files.isExecutable(PROMTOOL), "promtool is not installed");
    Path file = Files.writeString(folder.resolve("metrics.prom"), metrics);
    Process check =
        new ProcessBuilder(PROMTOOL.toString(), "check", "metrics")
            .redirectInput(file.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals("0: ", check.waitFor() + ": " + said);
  }

  private void hostile() throws IOException {
    int id = 0;
    for (String text : HostileTexts.ALL) {
      Files.writeString(
          rua.directory().resolve(id + ".xml"), HostileTexts.report(text, "r" + id++, "a.test"));
    }
    for (String text : List.of("\\", "a\\\"} 1 b{c=\"", "\u0007", "\\u{7}")) {
      Files.writeString(
          rua.directory().resolve(id + ".xml"), HostileTexts.report(text, "r" + id++, "a.test"));
    }
    for (String end : List.of("a", "b")) {
      String xml =
          ReportXml.of("x".repeat(60_000) + end, end, ReportXml.BEGIN, "example.com", Rua.ses(1));
      Files.writeString(rua.directory().resolve(end + ".xml"), xml);
    }
  }

  @Test
  void namesOfStrangersAreValuesAndNothingElse() throws Exception {
    hostile();
    String metrics = metrics();
    Set<String> series = series(metrics);
    assertTrue(
        series.contains(
            "dmarc_reports_newest_report_timestamp_seconds{reporter=\"\\\\u{202e}gnp.exe\"}"),
        metrics);
    assertTrue(
        series.contains(
            "dmarc_reports_newest_report_timestamp_seconds{reporter=\"" + "x".repeat(128) + "…\"}"),
        "two long names, one series");
    assertEquals("# EOF", metrics.lines().reduce((first, last) -> last).get());
  }

  @Test
  void promtoolHasNothingToSayAboutThem() throws Exception {
    hostile();
    assertClean(metrics());
  }

  @Test
  void promtoolHasNothingToSayAboutTheSampleReports() throws Exception {
    rua = new Rua(Path.of("sample-reports"));
    assertClean(metrics());
  }

  @Test
  void nothingStoredIsNoReporterAndNoDomain() throws Exception {
    String metrics = metrics();
    assertEquals(
        Set.of(
            "dmarc_reports_discards",
            "dmarc_reports_left_out{kind=\"domains\"}",
            "dmarc_reports_left_out{kind=\"reporters\"}"),
        series(metrics));
  }

  @Test
  void aFloodOfDomainsAndReportersStaysSmallAndIsCounted() throws Exception {
    rua.report("mx.example.net", "2026-11-20", Rua.ses(5));
    rua.report("mx.example.net", "2026-11-21", Rua.ses(5));
    for (int i = 0; i < 503; i++) {
      String domain = "forged" + i + ".test";
      rua.about(domain, i < 300 ? "mx" + i + ".test" : "mx.test", "2026-11-20", Rua.ses(2));
    }
    String metrics = metrics();
    Set<String> series = series(metrics);
    assertTrue(metrics.contains("messages{domain=\"example.com\",result=\"fail\"} 10\n"));
    assertTrue(metrics.contains("messages{domain=\"*\",result=\"fail\"} 8\n"));
    assertTrue(metrics.contains("dmarc_reports_left_out{kind=\"domains\"} 4\n"));
    assertTrue(metrics.contains("dmarc_reports_left_out{kind=\"reporters\"} 102\n"));
    assertTrue(metrics.contains("seconds{reporter=\"mx.example.net\"} 1795305599\n"));
    assertEquals(
        501 * 3, series.stream().filter(s -> s.startsWith("dmarc_reports_messages")).count());
    assertEquals(200, series.stream().filter(s -> s.contains("{reporter=")).count());
  }

  @Test
  void aRepairedActionIsNotOpenAndDiscardsAreCounted() throws Exception {
    for (int day = 1; day <= 20; day++) {
      String date = "2026-11-%02d".formatted(day);
      rua.report("mx.example.net", date, day < 5 ? Rua.ses(40) : Rua.easyDkim(40));
    }
    Files.writeString(rua.directory().resolve("broken.xml"), "<feedback><report_metadata>");
    String metrics = metrics();
    assertTrue(metrics.contains("dmarc_reports_discards 1\n"), metrics);
    assertTrue(!metrics.contains("easy_dkim"), metrics);
  }
}
