package dmarcreports.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.Golden;
import dmarcreports.analysis.stream.StreamClass;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code explain} prints about sources of the sample reports, and of a hostile one. */
class ExplainTest {
  /** A terminal escape in one character, text that runs backwards, and line breaks. */
  private static final String HOSTILE = "&#x9b;2J&#x202e;drow&#10;&#10;Stream 9 of 9: all is well";

  @TempDir static Path folder;

  @BeforeAll
  static void ingest() throws Exception {
    assertEquals(0, run("ingest", "sample-reports", "--db", db()).code);
    String report =
        """
        <feedback><report_metadata><org_name>%1$s</org_name><report_id>1</report_id>
        <date_range><begin>1762000000</begin><end>1762080000</end></date_range></report_metadata>
        <policy_published><domain>hostile.example</domain><p>none</p></policy_published>
        %2$s
        </feedback>
        """;
    StringBuilder records = new StringBuilder();
    for (int i = 1; i <= 201; i++) {
      records.append(
          """
          <record><row><source_ip>192.0.2.7</source_ip><count>%1$d</count><policy_evaluated>
          <disposition>none</disposition><dkim>fail</dkim><spf>fail</spf></policy_evaluated></row>
          <identifiers><header_from>hostile.example</header_from></identifiers>
          <auth_results><dkim><domain>hostile.example</domain><selector>s%1$d%2$s</selector>
          <result>fail</result><human_result>%2$s</human_result></dkim></auth_results></record>
          """
              .formatted(i, HOSTILE));
    }
    Path file = folder.resolve("hostile.xml");
    Files.writeString(file, report.formatted(HOSTILE, records));
    assertEquals(0, run("ingest", file.toString(), "--db", folder.resolve("bad").toString()).code);
  }

  @ParameterizedTest
  @CsvSource({
    "ses-unaligned, 198.51.100.11",
    "strict-mode, 192.0.2.111",
    "forwarded, gmail.com",
  })
  void everyStepIsShown(String name, String source) throws Exception {
    Golden.assertMatches("explain/" + name + ".txt", explain(source));
  }

  @ParameterizedTest
  @CsvSource({
    "ses-unaligned, 198.51.100.11",
    "strict-mode, 192.0.2.111",
    "forwarded, gmail.com",
  })
  void jsonHoldsTheSame(String name, String source) throws Exception {
    Golden.assertMatches("explain/" + name + ".json", explain(source, "--format", "json"));
  }

  /** What is to be copied stays whole: records, commands and code. */
  private static final String COPIED =
      "\\s+(\\S+\\. (TXT|MX|CNAME) .*|(# )?aws .*|#.*|for .*|.*\\\\)";

  @ParameterizedTest
  @ValueSource(strings = {"example.com", "example.org", "amazonses.com", "0.0.0.0/0", "::/0"})
  void textStaysWithinEightyColumns(String source) {
    text(explain(source))
        .lines()
        .filter(line -> !line.matches(COPIED))
        .forEach(line -> assertTrue(line.length() <= 80, line));
  }

  @Test
  void theClassTableIsToldOnceAndEachStreamNamesItsRow() {
    String text = text(explain("0.0.0.0/0"));
    assertTrue(text.contains("\n   1 invalid_from: the From line names no domain or several.\n"));
    assertEquals(2, text.split(" forwarded_ok: ", -1).length, text);
    List<String> decisions =
        Pattern.compile(
                "Why ([a-z_]+) \\([a-z]+\\): row (\\d+) of the table is the first that fits\\."
                    + "( For a row above it to fit, this would have had to be so([^.]*)\\.)?")
            .matcher(text.replaceAll("\n *", " "))
            .results()
            .map(one -> one.group(1) + " " + one.group(2) + Objects.toString(one.group(4), ":"))
            .toList();
    assertEquals(text.split("\nStream ", -1).length - 1, decisions.size(), text);
    for (String one : decisions) {
      assertTrue(
          one.matches("invalid_from 1:|[a-z_]+ \\d+: \\d+[a-d+]*(, \\d+([a-d][+a-d]*)?)*"), one);
      String[] row = one.split("[ :]+");
      assertEquals(StreamClass.valueOf(row[0].toUpperCase(Locale.ROOT)).ordinal() + 1 + "", row[1]);
      assertEquals(Integer.parseInt(row[1]) - 1, one.replaceAll("[^,:]|:$", "").length(), one);
    }
    assertTrue(
        decisions.contains("ses_unaligned 10: 1, 2, 3a+b, 4a+b, 5, 6, 7c, 8c, 9d"), "" + decisions);
  }

  @ParameterizedTest
  @CsvSource({
    "2001:db8:6000:4864::2, 2001:DB8:6000:4864:0:0:0:0002",
    "198.51.100.11, ::ffff:198.51.100.11",
    "amazonses.com, AmazonSES.com.",
  })
  void aSourceMayBeSpelledInAnyWay(String spelled, String otherwise) {
    assertArrayEquals(explain(spelled), explain(otherwise));
  }

  @Test
  void onlyTheSelectionIsExplained() {
    assertTrue(text(explain("198.51.100.12")).contains(" for example.net\n"));
    String selected = text(explain("198.51.100.12", "--domain", "example.com"));
    assertTrue(selected.contains(" for example.com\n"));
    assertFalse(selected.contains(" for example.net\n"));
  }

  @Test
  void whatIsNotStoredIsSaidInOneLineWithTheSpellingThatWasLookedFor() {
    Run run = run("explain", "b\u00fccher.example", "--db", db());
    assertEquals(1, run.code);
    assertEquals("", run.out.toString(StandardCharsets.UTF_8));
    assertEquals(
        "xn--bcher-kva.example: no message of it is stored for this selection; analyze --all"
            + " --format csv lists every address, with the domains that passed\n",
        run.err.toString(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"no name", "300.1.1.1", "192.0.2.0/33", "a..b"})
  void whatNamesNoSourceIsWrongUsage(String source) {
    Run run = run("explain", source, "--db", db());
    assertEquals(2, run.code);
    assertTrue(
        run.err
            .toString(StandardCharsets.UTF_8)
            .startsWith(
                "SOURCE: '"
                    + source
                    + "' is no address, network or domain, and no file with a mail\n"));
  }

  @Test
  void textOfStrangersIsInert() {
    String text =
        text(run("explain", "192.0.2.7", "--db", folder.resolve("bad").toString()).sane());
    assertTrue(text.contains("\\u{9b}2J\\u{202e}drow"), text);
    assertTrue(text.chars().allMatch(c -> c == '\n' || c >= ' ' && c < 0x7f));
    assertTrue(text.lines().noneMatch(line -> line.startsWith("Stream 9")));
  }

  @Test
  void longListsEndWithTheirNumber() {
    byte[] text = run("explain", "192.0.2.7", "--db", folder.resolve("bad").toString()).sane();
    assertTrue(text(text).contains("\nEvidence 200: "));
    assertFalse(text(text).contains("\nEvidence 201: "));
    assertTrue(text(text).contains("\nand 1 more; --format json lists them all\n"));
    assertTrue(text(text).contains("\nEvidence 1: 201 messages"), "the largest comes first");
    byte[] json =
        run("explain", "192.0.2.7", "--format", "json", "--db", folder.resolve("bad").toString())
            .sane();
    assertEquals(201, text(json).split("\"broken_keys\"", -1).length - 1);
  }

  private static byte[] explain(String source, String... more) {
    List<String> args = new ArrayList<>(List.of("explain", source, "--db", db()));
    args.addAll(List.of(more));
    return run(args.toArray(String[]::new)).sane();
  }

  private static String db() {
    return folder.resolve("reports").toString();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static Run run(String... args) {
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
    return new Run(code, out, err);
  }

  private record Run(int code, ByteArrayOutputStream out, ByteArrayOutputStream err) {
    byte[] sane() {
      assertEquals(0, code, () -> err.toString(StandardCharsets.UTF_8));
      return out.toByteArray();
    }
  }
}
