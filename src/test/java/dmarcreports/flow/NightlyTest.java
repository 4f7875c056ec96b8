package dmarcreports.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.Rua;
import dmarcreports.command.DmarcReports;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code nightly}, night after night, in process. */
class NightlyTest {
  private static final Set<String> FILES =
      Set.of(
          "actions.csv daily.csv details.txt domains.csv findings.html findings.json findings.prom findings.txt reporters.csv sources.csv streams.csv"
              .split(" "));

  @TempDir Path folder;
  private Rua rua;
  private String out;
  private String err;

  @BeforeEach
  void fill() throws IOException {
    rua = new Rua(folder.resolve("inbox"));
  }

  /** The database of a test. */
  String database() {
    return folder.resolve("reports").toString();
  }

  private int night(String... more) {
    List<String> args = new ArrayList<>(List.of("nightly", rua.directory().toString()));
    args.addAll(List.of(more));
    if (!args.contains("--out")) {
      args.addAll(List.of("--out", folder.resolve("out").toString()));
    }
    return run(new ByteArrayOutputStream(), args);
  }

  private int run(OutputStream stdout, List<String> command) {
    List<String> args = new ArrayList<>(command);
    args.addAll(List.of("--db", database()));
    ByteArrayOutputStream stderr = new ByteArrayOutputStream();
    try {
      return DmarcReports.run(
          args.toArray(String[]::new),
          new ByteArrayInputStream(new byte[0]),
          stdout,
          new PrintStream(stderr, true, StandardCharsets.UTF_8),
          false,
          Map.of("HOME", folder.toString()));
    } finally {
      out =
          stdout instanceof ByteArrayOutputStream bytes
              ? bytes.toString(StandardCharsets.UTF_8)
              : "";
      err = stderr.toString(StandardCharsets.UTF_8);
      assertFalse(err.contains("\tat "), err);
    }
  }

  private void assertLine(String start) {
    assertTrue(out.lines().anyMatch(line -> line.startsWith(start)), out);
  }

  private void assertQuiet(String arrived) {
    assertTrue(out.startsWith(arrived + "; nothing new; "), out);
    assertEquals(1, out.lines().count(), out);
  }

  @Test
  void threeNightsInARow() throws Exception {
    rua.report("mx.example.net", "2026-11-20", Rua.ses(50), Rua.easyDkim(50));
    assertEquals(0, night());
    assertTrue(
        out.startsWith("2026-11-20: 1 report, 100 messages, 50.0 % pass; first digest; "), out);
    assertLine("domain      example.com: 100 messages, 50 fail");
    assertEquals("", err);
    rua.report("mx.example.net", "2026-11-21", Rua.ses(1), Rua.easyDkim(29));
    assertEquals(0, night());
    assertQuiet("2026-11-21: 1 report, 30 messages, 96.7 % pass");
    rua.report("mx.example.net", "2026-11-22", Rua.stranger(7), Rua.easyDkim(3));
    assertEquals(0, night());
    assertTrue(out.startsWith("2026-11-22: 1 report, 10 messages, 30.0 % pass; "), out);
    assertLine("new source  example.com: mailer.example (198.51.100.0/24), 7");
    assertFalse(out.contains("Amazon"), out);
    assertEquals(0, night());
    assertQuiet("2026-11-22: no new reports");
  }

  @Test
  void aFixIsToldAndThatItIsUndone() throws Exception {
    rua.report("mx.example.net", "2026-11-01", Rua.ses(50));
    assertEquals(4, night("--exit-code"));
    rua.report("mx.example.net", "2026-11-05", Rua.easyDkim(40));
    assertEquals(0, night("--exit-code"));
    assertQuiet("2026-11-05: 1 report, 40 messages, 100.0 % pass");
    rua.report("mx.example.net", "2026-11-10", Rua.easyDkim(40));
    assertEquals(0, night("--exit-code"));
    assertTrue(out.contains("repaired"), out);
    assertTrue(out.contains("since 2026-11-05"), out);
    rua.report("mx.example.net", "2026-11-11", Rua.ses(8));
    assertEquals(4, night("--exit-code"));
    assertTrue(out.contains("BACK        example.com: turn on Easy DKIM"), out);
    assertEquals(0, night("--exit-code"));
  }

  @Test
  void allFilesAreThoseOfAnalyze() throws Exception {
    rua.report("mx.example.net", "2026-11-20", Rua.ses(50));
    night();
    assertTrue(names(folder.resolve("out")).containsAll(FILES));
    run(new ByteArrayOutputStream(), List.of("analyze"));
    assertEquals(out, Files.readString(folder.resolve("out/findings.txt")));
    run(new ByteArrayOutputStream(), List.of("analyze", "--details"));
    assertEquals(out, Files.readString(folder.resolve("out/details.txt")));
    run(new ByteArrayOutputStream(), List.of("analyze", "--format", "json"));
    assertEquals(out, Files.readString(folder.resolve("out/findings.json")));
  }

  @Test
  void whatWasPrintedBeforeACrashIsToldAgain() throws Exception {
    rua.report("mx.example.net", "2026-11-20", Rua.ses(50));
    night();
    rua.report("mx.example.net", "2026-11-21", Rua.stranger(7));
    List<String> args =
        List.of("nightly", rua.directory().toString(), "--out", folder.resolve("out").toString());
    Crashing crashing = new Crashing();
    assertThrows(InternalError.class, () -> run(crashing, args));
    String printed = crashing.toString(StandardCharsets.UTF_8);
    assertTrue(
        printed.contains("\nnew source  example.com: mailer.example (198.51.100.0/24), 7"),
        printed);
    assertEquals(0, night());
    assertEquals(untilDuplicates(printed), untilDuplicates(out));
    night();
    assertQuiet("2026-11-21: no new reports");
  }

  private static List<String> untilDuplicates(String text) {
    return text.lines().takeWhile(line -> !line.startsWith("arrived")).toList();
  }

  /** Ends the process, as it were, right after the digest has gone out. */
  private static final class Crashing extends ByteArrayOutputStream {
    private boolean crashed;

    @Override
    public void flush() {
      if (!crashed) {
        crashed = true;
        throw new InternalError("killed");
      }
    }
  }

  @Test
  void whatARunOfIngestBroughtIsTold() throws Exception {
    rua.report("mx.example.net", "2026-11-20", Rua.easyDkim(1));
    night();
    rua.report("mx.example.net", "2026-11-21", Rua.stranger(7));
    run(new ByteArrayOutputStream(), List.of("ingest", rua.directory().toString()));
    night();
    assertTrue(out.startsWith("2026-11-21: 1 report, 7 messages, 0.0 % pass; "), out);
    assertFalse(out.contains("duplicate"), "files of old nights are no news: " + out);
  }

  @Test
  void onlyDuplicatesOfWhatIsNewHaveArrived() throws Exception {
    rua.report("mx.example.net", "2026-11-20", Rua.easyDkim(1));
    String name = "mx.example.net-example.com-2026-11-%s.xml";
    Files.copy(rua.directory().resolve(name.formatted(20)), rua.directory().resolve("again.xml"));
    night();
    assertLine("arrived     1 duplicate");
    rua.report("mx.example.net", "2026-11-21", Rua.stranger(7));
    String report = Files.readString(rua.directory().resolve(name.formatted(21)));
    Files.writeString(
        rua.directory().resolve("blanks.xml"), report.replace("<record>", " <record>"));
    night();
    assertLine("new source  example.com: mailer.example");
    assertLine("arrived     1 duplicate");
    rua.report("mx.example.net", "2026-11-22", Rua.ses(7));
    night();
    assertLine("to do       example.com");
    assertFalse(out.contains("duplicate"), "files of old nights are no news: " + out);
  }

  @Test
  void whatStaysInTheMailboxIsDiscardedAloudOnce() throws Exception {
    rua.report("mx.example.net", "2026-11-20", Rua.easyDkim(1));
    night();
    Files.copy(
        Path.of("sample-reports/isp-truncated.xml.gz"), rua.directory().resolve("broken.gz"));
    assertEquals(3, night("--fail-on-discard"));
    assertLine("discarded   1 (1 truncated)");
    assertTrue(err.contains("broken.gz: truncated: "), err);
    assertEquals(0, night("-q", "--fail-on-discard"), "known from the night before");
    assertQuiet("2026-11-20: no new reports");
    assertEquals("", err);
  }

  @Test
  void aDomainByItselfLeavesTheOthersUntold() throws Exception {
    rua.report("mx.example.net", "2026-11-20", Rua.easyDkim(1));
    rua.about("example.org", "mx.example.net", "2026-11-20", Rua.easyDkim(1));
    night();
    rua.report("mx.example.net", "2026-11-21", Rua.stranger(7));
    rua.about("example.org", "mx.example.net", "2026-11-21", Rua.stranger(8));
    night("--domain", "example.org");
    assertTrue(out.startsWith("2026-11-21: 1 report, 8 messages"), out);
    assertLine("new source  example.org: mailer.example (198.51.100.0/24), 8");
    assertFalse(out.contains("example.com"), out);
    night("--domain", "example.org");
    assertQuiet("2026-11-21: no new reports");
    night();
    assertTrue(out.startsWith("2026-11-21: 2 reports, 15 messages"), out);
    assertLine("new source  example.com: mailer.example (198.51.100.0/24), 7");
    assertFalse(out.contains("example.org: mailer"), out);
    rua.about("new.example.net", "mx.example.net", "2026-11-21", Rua.stranger(9));
    night();
    assertLine("new domain  new.example.net: 9 messages, 9 fail");
  }

  @Test
  void aReporterThatFallsSilentIsNamedOnce() throws Exception {
    for (int day = 10; day < 17; day++) {
      rua.report("gone.example.net", "2026-11-" + day, Rua.easyDkim(1));
    }
    rua.report("mx.example.net", "2026-11-19", Rua.easyDkim(1));
    night();
    rua.report("mx.example.net", "2026-11-20", Rua.easyDkim(1));
    night();
    assertLine("quiet       gone.example.net: no report since 2026-11-16; it came every day");
    rua.report("mx.example.net", "2026-11-21", Rua.easyDkim(1));
    night();
    assertQuiet("2026-11-21: 1 report, 1 message, 100.0 % pass");
  }

  @Test
  void nothingAtAllIsOneLine() {
    assertEquals(0, night("--exit-code", "--fail-on-discard"));
    assertEquals(
        "No reports are stored for this selection: that says nothing about your mail.\n", out);
    assertEquals("", err);
    assertTrue(names(folder.resolve("out")).containsAll(FILES));
  }

  @Test
  void whatCannotBeDoneIsSaidBeforeAnythingIs() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "mine");
    assertEquals(1, night("--out", file.toString()));
    assertEquals(file + ": is there, and is no directory\n", err);
    assertEquals("mine", Files.readString(file));
    assertEquals(1, night("nowhere"));
    assertEquals("nowhere: no such file or directory\n", err);
    assertEquals(2, night("s3:///prefix"));
    assertEquals(2, run(new ByteArrayOutputStream(), List.of("nightly", "x")));
    assertTrue(err.contains("--out"), err);
    assertEquals(Set.of("file", "inbox"), names(folder));
  }

  @Test
  void whoeverReadsTheDigestMayGoAwayAndIsToldAgain() throws Exception {
    rua.report("mx.example.net", "2026-11-20", Rua.ses(50));
    List<String> args =
        List.of("nightly", rua.directory().toString(), "--out", folder.resolve("o").toString());
    assertEquals(0, run(failing("Broken pipe"), args));
    assertEquals("", err);
    assertEquals(1, run(failing("No space left on device"), args));
    assertEquals(
        "the digest cannot be printed: No space left on device; the next run tells it again\n",
        err);
    assertEquals(0, night());
    assertTrue(out.contains("; first digest; "), out);
  }

  /** A standard output that takes nothing. */
  private static OutputStream failing(String why) {
    return new OutputStream() {
      @Override
      public void write(int one) throws IOException {
        throw new IOException(why);
      }
    };
  }

  private static Set<String> names(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return new TreeSet<>(files.map(file -> file.getFileName().toString()).toList());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
