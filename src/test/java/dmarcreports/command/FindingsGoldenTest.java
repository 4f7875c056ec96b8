package dmarcreports.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.Golden;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed about the sample reports, byte by byte. */
class FindingsGoldenTest {
  /** Records and commands stand on one line, however long, so that they can be copied. */
  private static final Pattern COPIED =
      Pattern.compile(" {7,}(\\S+ (CNAME|MX|TXT) .*|(aws|dig) .*)");

  @TempDir static Path folder;

  @BeforeAll
  static void ingest() {
    run("ingest", "sample-reports", "--db", folder.resolve("reports").toString());
  }

  private static byte[] run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        DmarcReports.run(
            args,
            new ByteArrayInputStream(new byte[0]),
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            Map.of("HOME", folder.toString()));
    assertEquals(0, code, () -> err.toString(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  private static byte[] analyze(String... more) {
    List<String> args = new ArrayList<>(List.of("analyze"));
    args.addAll(List.of("--db", folder.resolve("reports").toString()));
    args.addAll(List.of(more));
    return run(args.toArray(String[]::new));
  }

  @Test
  void textSaysWhatFailsAndWhatToDo() throws Exception {
    Golden.assertMatches("output/findings.txt", analyze());
  }

  /** Whole, of the first domain; and no longer than a person reads. */
  @Test
  void theReadmeShowsWhatIsPrinted() throws Exception {
    String readme = Files.readString(Path.of("README.md"));
    String text = new String(analyze(), StandardCharsets.UTF_8);
    String first = text.substring(text.indexOf("example.com  ("), text.indexOf("\nexample.org  ("));
    assertTrue(readme.contains("```\n" + first + "```\n"), first);
    assertTrue(readme.getBytes(StandardCharsets.UTF_8).length <= 21 * 1024);
  }

  @Test
  void detailsHoldAllThatThereIsToSay() throws Exception {
    Golden.assertMatches("output/details.txt", analyze("--details"));
  }

  @Test
  void jsonHoldsEveryTable() throws Exception {
    Golden.assertMatches("output/findings.json", analyze("--format", "json", "--all"));
  }

  @Test
  void metricsHoldWhatIsWatched() throws Exception {
    Golden.assertMatches("output/findings.prom", analyze("--format", "metrics"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"domains", "sources", "streams", "actions", "daily", "reporters"})
  void everyTableHasItsFile(String table) throws Exception {
    Path out = folder.resolve("csv");
    analyze("--format", "csv", "--out", out.toString());
    Golden.assertMatches(
        "output/" + table + ".csv", Files.readAllBytes(out.resolve(table + ".csv")));
  }

  @Test
  void aPeriodAndADomainAreCutOut() throws Exception {
    Golden.assertMatches(
        "output/last-three-days.txt", analyze("--domain", "example.net", "--last", "3d"));
  }

  @Test
  void detailsStayWithinEightyColumnsButForWhatIsCopied() {
    new String(analyze("--details"), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !COPIED.matcher(line).matches())
        .forEach(line -> assertTrue(line.length() <= 80, line));
  }

  @Test
  void theOrderOfFilesChangesNothing() throws Exception {
    List<String> files = new ArrayList<>();
    try (Stream<Path> listed = Files.list(Path.of("sample-reports"))) {
      listed.map(Path::toString).sorted().forEach(files::add);
    }
    Collections.shuffle(files, new Random(7));
    List<String> args = new ArrayList<>(List.of("ingest", "--db", folder.resolve("b").toString()));
    args.addAll(files);
    run(args.toArray(String[]::new));
    assertArrayEquals(
        analyze("--format", "json", "--all"),
        run("analyze", "--db", folder.resolve("b").toString(), "--format", "json", "--all"));
  }
}
