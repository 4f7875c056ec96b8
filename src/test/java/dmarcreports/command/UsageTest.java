package dmarcreports.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.Rua;
import dmarcreports.output.plain.Lines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What help says, and how options are had from a file. */
class UsageTest {
  private static final Pattern SUMMARY = Pattern.compile("  ([a-z]+) +([A-Z].*)");
  private static final String FIRST = "\nOptions that most people use:\n";

  @TempDir Path folder;
  private Path config;
  private Program program;

  @BeforeEach
  void fill() throws IOException {
    config = folder.resolve("config");
    new Rua(folder.resolve("inbox")).report("mx.example.net", "2026-11-20", Rua.ses(1));
    program = new Program(folder, "reports");
  }

  private String help(String... command) {
    return CommandLines.printed(Map.of("HOME", folder.toString()), command);
  }

  private static List<String> commands() {
    return CommandLines.program().subcommands().keySet().stream().sorted().toList();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void inJapaneseTheSameIsSaid(String command) {
    String english = help(command, "--help");
    String japanese = help(command, "--lang", "ja", "--help");
    assertEquals(names(english), names(japanese));
    assertEquals(examples(english, "Example:"), examples(japanese, "例："));
    List<String> faults =
        japanese
            .lines()
            .filter(
                line ->
                    Lines.width(line) > 80
                        || line.strip().matches("[、。）」・ーっゃゅょ].*")
                        || line.matches(".*[（「]")
                        || line.matches("[A-Z][a-z]+ .*"))
            .toList();
    assertEquals(List.of(), faults);
    assertEquals(
        english.lines().filter(String::isEmpty).count(),
        japanese.lines().filter(String::isEmpty).count(),
        "paragraphs");
    assertTrue(japanese.lines().findFirst().get().endsWith("。"), japanese);
  }

  /** What stands in the first column, in its order. */
  private static List<String> names(String help) {
    return help.lines()
        .filter(line -> line.matches("  -.*| {6}[-A-Z].*"))
        .map(line -> line.strip().split(" {2,}")[0])
        .toList();
  }

  private static String examples(String help, String heading) {
    return help.substring(help.indexOf("\n" + heading + "\n") + 1 + heading.length());
  }

  /** Where the line ends before 80 columns in either language, the list needs one for each. */
  @Test
  void everyCommandIsListedOnALineInEitherLanguage() {
    for (String language : List.of("en", "ja")) {
      List<String> listed =
          help("--lang", language, "--help").lines().filter(l -> l.matches("  [a-z].*")).toList();
      assertEquals(commands().size() - 1, listed.stream().filter(l -> !l.contains(".jar")).count());
      assertTrue(listed.stream().allMatch(line -> Lines.width(line) <= 80), listed::toString);
    }
  }

  @Test
  void theLanguageIsThatOfTheCommandLineThenOfTheFileThenOfTheEnvironment() throws IOException {
    String japanese = help("ingest", "--lang", "ja", "--help");
    assertTrue(japanese.startsWith("メールボックス"), japanese);
    assertEquals(japanese, help("--lang=ja", "ingest", "--help"));
    assertEquals(japanese, help("--lang", "en", "ingest", "--lang", "ja", "--help"));
    Map<String, String> there = Map.of("HOME", folder.toString(), "LANG", "ja_JP.UTF-8");
    assertEquals(japanese, CommandLines.printed(there, "ingest", "--help"));
    String english = help("ingest", "--help");
    assertEquals(english, CommandLines.printed(there, "ingest", "--lang=en", "--help"));
    assertEquals(english, help("ingest", "--lang", "xx", "--help"), "help is given in any case");
    Files.writeString(folder.resolve(".dmarc-reports.properties"), "lang=ja\nwait=15m\n");
    String configured = help("ingest", "--help");
    assertTrue(configured.startsWith("メールボックス") && configured.contains("15m"), configured);
    assertEquals(english.replace("60s\n  -v", "15m\n  -v"), help("ingest", "--lang=en", "--help"));
  }

  @Test
  void theLanguageBeforeTheCommandIsThatOfItsOutput() {
    program.run("ingest", folder.resolve("inbox").toString());
    String japanese = program.printed("analyze", "--lang", "ja");
    assertEquals(japanese, program.printed("--lang", "ja", "analyze"));
    assertEquals(2, program.run("--lang", "xx", "analyze"));
  }

  @Test
  void theSummaryOfACommandIsWholeAndWhatItsHelpBeginsWith() {
    int commands = 0;
    for (String line : help("--help").lines().toList()) {
      Matcher summary = SUMMARY.matcher(line);
      if (summary.matches()) {
        assertTrue(line.endsWith("."), line);
        assertEquals(summary.group(2), help(summary.group(1), "--help").lines().findFirst().get());
        commands++;
      }
    }
    assertEquals(11, commands);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ingest",
        "analyze",
        "explain",
        "check",
        "nightly",
        "export",
        "status",
        "discards",
        "purge",
        "copy"
      })
  void whatMostPeopleUseComesFirstAndExamplesLast(String command) {
    String help = help(command, "--help");
    assertTrue(help.lines().allMatch(line -> line.length() <= 80), help);
    List<Integer> places =
        List.of(
            help.indexOf("\nUsage: dmarc-reports " + command),
            help.indexOf(FIRST),
            help.indexOf("\nOf every command:\n"),
            help.indexOf("\nExample:\n  "));
    assertEquals(places.stream().sorted().distinct().toList(), places, help);
    assertTrue(places.get(0) > 0, help);
    String usual = help.substring(help.indexOf(FIRST) + FIRST.length());
    usual = usual.substring(0, usual.indexOf("\n\n"));
    long first = usual.lines().filter(line -> line.matches("  -.*| {6}--.*")).count();
    assertTrue(first >= 2 && first <= 6, usual);
    Set<String> seen = new HashSet<>();
    help.lines()
        .filter(line -> line.matches("  -.*| {6}--.*"))
        .forEach(line -> assertTrue(seen.add(line.strip().split("[ =,]")[0]), line));
    assertTrue(seen.containsAll(Set.of("--config", "-q", "-v", "-h", "-V", "--db")), help);
  }

  @Test
  void aKeyOfAnotherCommandIsIgnored() throws IOException {
    Files.writeString(
        config,
        "retry=true\nolder-than=400d\nverify=true\nsince=2026-01-01\njobs=1\nexit-code=true\n"
            + "format=csv\nnightly.out="
            + folder.resolve("findings"));
    String file = config.toString();
    assertEquals(
        0,
        program.run("ingest", "--config", file, folder.resolve("inbox").toString()),
        program.err);
    assertTrue(program.out.startsWith("1 input"), "format=csv is of other commands");
    assertTrue(program.printed("status", "--config", file).startsWith("database"));
    assertEquals(4, program.run("analyze", "--config", file), "exit-code is its own");
    assertTrue(program.out.startsWith("domain,source_ip,"), "and so is format");
    assertTrue(program.printed("explain", "192.0.2.1", "--config", file).startsWith("Mail"));
  }

  @Test
  void aKeyOfOneCommandGoesBeforeThatOfAll() throws IOException {
    Files.writeString(config, "format=json\nstatus.format=text\n");
    String file = config.toString();
    program.run("ingest", "--config", file, folder.resolve("inbox").toString());
    assertTrue(program.out.startsWith("{"), program.out);
    assertTrue(program.printed("status", "--config", file).startsWith("database"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fromat | did you mean format?",
        "--db | did you mean db?",
        "staus.format | did you mean status.format?",
        "ingest.older-than | --help of a command names its options",
        "help | --help of a command names its options",
        "nothing-like-it | --help of a command names its options"
      })
  void anUnknownKeyIsWrongUsageThatNamesIt(String key, String hint) throws IOException {
    Files.writeString(config, "last=30d\n" + key + "=1\n");
    assertEquals(2, program.run("status", "--config", config.toString()));
    assertEquals(
        config + ": '" + key + "' is no option of any command; " + hint + "\n", program.err);
    assertTrue(help("status", "--config", config.toString(), "--help").contains("Usage: "));
  }
}
