package dmarcreports.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.Rua;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code =
        DmarcReports.run(
            command,
            new ByteArrayInputStream(new byte[0]),
            out,
            new PrintStream(new ByteArrayOutputStream()),
            false,
            Map.of("HOME", folder.toString()));
    assertEquals(0, code);
    return out.toString(StandardCharsets.UTF_8);
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
    assertEquals(10, commands);
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
