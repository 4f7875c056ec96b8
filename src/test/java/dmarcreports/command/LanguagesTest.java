package dmarcreports.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import dmarcreports.Golden;
import dmarcreports.output.plain.Lines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed about the sample reports in another language, and what stays the same. */
class LanguagesTest {
  private static final Set<String> PROSE = Set.of("needs", "assumes", "steps", "explanation");

  private static final String NEVER_FIRST = "、。，．・：；？！）」』】〕ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ～…";
  private static final String NEVER_LAST = "（「『【〔";

  @TempDir static Path folder;

  @BeforeAll
  static void ingest() {
    assertEquals(0, new Program(folder, "reports").run("ingest", "sample-reports"));
  }

  private static String printed(String... args) {
    return printed(Map.of(), args);
  }

  private static String printed(Map<String, String> environment, String... args) {
    Program program = new Program(folder, "reports");
    program.environment.putAll(environment);
    return program.printed(args);
  }

  private static String japanese(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--lang", "ja"));
    return printed(Map.of("LC_ALL", "en_US.UTF-8"), all.toArray(String[]::new));
  }

  private static void assertMatches(String golden, String text) throws IOException {
    Golden.assertMatches(golden, text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void textIsJapanese() throws Exception {
    assertMatches("ja/findings.txt", japanese("analyze"));
  }

  @Test
  void detailsAreJapanese() throws Exception {
    assertMatches("ja/details.txt", japanese("analyze", "--details"));
  }

  @Test
  void howItCameAboutIsJapanese() throws Exception {
    assertMatches("ja/explained.txt", japanese("explain", "amazonses.com"));
  }

  @Test
  void aMailIsExplainedInJapanese() throws Exception {
    assertMatches(
        "ja/mail.txt", japanese("explain", "src/test/resources/mails/ses-nothing-set-up.eml"));
  }

  @Test
  void theDigestIsJapaneseTheNextNightToo() throws Exception {
    Program program = new Program(folder, "n");
    String first = night(program, "sample-reports/google-ses-unaligned.zip", "ja");
    String second = night(program, "sample-reports", "ja");
    assertMatches("ja/digest.txt", (first + second).replace(folder.toString(), "FOLDER"));
  }

  /** What was told in one language is not news in another. */
  @Test
  void whatWasToldIsNotToldAgainInAnotherLanguage() {
    Program program = new Program(folder, "m");
    night(program, "sample-reports", "en");
    String second = night(program, "sample-reports", "en");
    String third = night(program, "sample-reports", "ja");
    assertEquals(1, second.lines().count(), second);
    assertEquals(1, third.lines().count(), third);
    assertNotEquals(second, third);
  }

  private static String night(Program program, String mailbox, String language) {
    String out = folder.resolve("out").toString();
    assertEquals(0, program.run("nightly", mailbox, "--out", out, "--lang", language));
    return program.out;
  }

  @ParameterizedTest
  @ValueSource(strings = {"domains", "sources", "streams", "actions", "daily", "reporters"})
  void onlyProseIsAnotherInTheTables(String table) throws Exception {
    Path english = folder.resolve("en");
    Path japanese = folder.resolve("ja");
    csv(english, "en");
    csv(japanese, "ja");
    List<List<String>> ours = cells(english.resolve(table + ".csv"));
    List<List<String>> theirs = cells(japanese.resolve(table + ".csv"));
    assertEquals(ours.size(), theirs.size());
    assertEquals(ours.get(0), theirs.get(0));
    for (int i = 1; i < ours.size(); i++) {
      for (int j = 0; j < ours.get(i).size(); j++) {
        String cell = ours.get(i).get(j);
        if (PROSE.contains(ours.get(0).get(j)) && !cell.isEmpty()) {
          assertTrue(isJapanese(theirs.get(i).get(j)), theirs.get(i).get(j));
        } else {
          assertEquals(cell, theirs.get(i).get(j), ours.get(0).get(j));
        }
      }
    }
  }

  private static void csv(Path out, String language) {
    printed("analyze", "--format", "csv", "--all", "--out", out.toString(), "--lang", language);
  }

  private static List<List<String>> cells(Path file) throws Exception {
    try (MappingIterator<List<String>> rows =
        new CsvMapper()
            .readerForListOf(String.class)
            .with(CsvParser.Feature.WRAP_AS_ARRAY)
            .readValues(Files.readString(file))) {
      return rows.readAll();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"analyze", "explain amazonses.com"})
  void onlyProseIsAnotherInJson(String command) throws Exception {
    String[] args = (command + " --format json --lang en").split(" ");
    JsonNode ours = new ObjectMapper().readTree(printed(args));
    args[args.length - 1] = "ja";
    JsonNode theirs = new ObjectMapper().readTree(printed(args));
    assertEquals(List.of(), differences("", ours, theirs).stream().distinct().toList());
  }

  /** Where they differ, but for text that is a sentence in the one and Japanese in the other. */
  private static List<String> differences(String at, JsonNode ours, JsonNode theirs) {
    List<String> differences = new ArrayList<>();
    if (ours.isObject() && theirs.isObject()) {
      List<String> names = new ArrayList<>();
      ours.fieldNames().forEachRemaining(names::add);
      Iterator<String> others = theirs.fieldNames();
      names.forEach(
          name -> {
            if (!others.hasNext() || !others.next().equals(name)) {
              differences.add(at + "." + name + ": another key");
            } else {
              differences.addAll(differences(at + "." + name, ours.get(name), theirs.get(name)));
            }
          });
      return differences;
    }
    if (ours.isArray() && ours.size() == theirs.size()) {
      for (int i = 0; i < ours.size(); i++) {
        differences.addAll(differences(at, ours.get(i), theirs.get(i)));
      }
      return differences;
    }
    boolean prose =
        ours.isTextual() && ours.asText().matches("(?s).*[ .].*") && isJapanese(theirs.asText());
    return ours.equals(theirs) || prose ? List.of() : List.of(at + ": " + ours + " " + theirs);
  }

  private static boolean isJapanese(String text) {
    return text.codePoints().anyMatch(c -> c >= 0x3041 && c <= 0x30fe);
  }

  @Test
  void theEnvironmentIsAskedWhereNothingElseSays() {
    Map<String, String> environment = Map.of("LANG", "ja_JP.UTF-8", "LC_ALL", "");
    assertTrue(isJapanese(printed(environment, "status")));
    assertFalse(isJapanese(printed("status")));
    assertFalse(isJapanese(printed(environment, "status", "--lang", "en")));
  }

  @Test
  void noLineIsTooWideOrBrokenWhereNoneMayBe() {
    List<String> wrong = new ArrayList<>();
    for (String output :
        List.of(
            japanese("analyze"),
            japanese("analyze", "--details"),
            japanese("explain", "amazonses.com"))) {
      for (String line : output.lines().toList()) {
        String text = line.strip();
        // records and commands stand on one line, however long, so that they can be copied
        boolean wide = Lines.width(line) > 80 && isJapanese(line);
        boolean first = !text.isEmpty() && NEVER_FIRST.indexOf(text.charAt(0)) >= 0;
        boolean last = !text.isEmpty() && NEVER_LAST.indexOf(text.charAt(text.length() - 1)) >= 0;
        if (wide || first || last) {
          wrong.add(line);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }
}
