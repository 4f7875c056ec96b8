package dmarcreports.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dmarcreports.output.plain.Lines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The manual page, as man and mandoc show it; skipped where one of them is not. */
class ManualTest {
  private static final int WIDTH = 80;

  @TempDir Path folder;

  private Path page(String language) throws IOException {
    String text =
        CommandLines.printed(Map.of("HOME", folder.toString()), "man", "--lang", language);
    return Files.writeString(folder.resolve("dmarc-reports.1"), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ja"})
  void manShowsItWithoutAWarning(String language) throws Exception {
    String shown = shown(language);
    for (CommandLine command : CommandLines.program().subcommands().values()) {
      CommandSpec spec = command.getCommandSpec();
      if (!spec.usageMessage().hidden()) {
        assertTrue(shown.contains("\n   " + spec.name() + "\n"), spec.name());
        for (OptionSpec option : spec.options()) {
          assertEquals(
              !option.hidden() || option.longestName().equals("--lang"),
              shown.contains(option.longestName()),
              option.longestName());
        }
      }
    }
    for (String whole :
        List.of(
            "~/.dmarc-reports.properties",
            "'pass show rua'",
            "--db=WHERE",
            "-h, --help",
            "IP|CIDR",
            "    --to jdbc:postgresql://localhost/dmarc",
            "15 6 * * * cd /var/lib/dmarc-reports && dmarc-reports nightly inbox")) {
      assertTrue(shown.contains(whole), whole);
    }
    assertTrue(shown.lines().noneMatch(line -> line.contains("\\f") || line.contains("java -jar")));
    List<String> wide =
        shown.lines().filter(line -> Lines.width(line) > WIDTH && !line.contains("* * *")).toList();
    assertEquals(List.of(), wide);
  }

  @Test
  void japaneseIsBrokenWhereItMayBe() throws Exception {
    String shown = shown("ja");
    assertTrue(shown.contains("データベースを使用するコマンドに共通のオプションです。"), shown);
    assertEquals(
        List.of(), shown.lines().filter(line -> line.strip().matches("[、。）」ー・].*")).toList());
    assertTrue(shown.lines().noneMatch(line -> line.matches(" {7}[A-Z][a-z]+ .*")), "no English");
  }

  /** The line that whatis keeps, which it reads without knowing what it is made of. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "ja"})
  void itsNameIsInPlainWords(String language) throws IOException {
    List<String> page = Files.readAllLines(page(language));
    String line =
        page.get(page.indexOf(".SH \"" + (language.equals("en") ? "NAME" : "名前") + '"') + 1);
    assertTrue(line.matches("dmarc\\\\-reports \\\\- [^\\\\]{20,80}"), line);
  }

  private String shown(String language) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/man")));
    Path warnings = folder.resolve("warnings");
    ProcessBuilder builder =
        new ProcessBuilder("man", "--warnings", "-E", "UTF-8", "-l", page(language).toString());
    builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8", "MANWIDTH", "" + WIDTH));
    String shown = output(builder.redirectError(warnings.toFile()));
    assertEquals("", Files.readString(warnings));
    return shown;
  }

  /** It has no date, which would not be that of the words. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "ja"})
  void mandocFindsNothingWrong(String language) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mandoc")));
    ProcessBuilder builder =
        new ProcessBuilder("mandoc", "-T", "lint", "-W", "warning", page(language).toString());
    String said = output(builder.redirectErrorStream(true));
    assertEquals(List.of(), said.lines().filter(line -> !line.contains("missing date")).toList());
  }

  private static String output(ProcessBuilder builder) throws Exception {
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return output;
  }

  @Test
  void thePageSaysNothingOfTheMachineThatPrintedIt() throws IOException {
    String before = Files.readString(page("en"));
    Files.writeString(
        folder.resolve(".dmarc-reports.properties"), "format=json\ndb=.so /etc/passwd\n");
    Map<String, String> odd =
        Map.of("HOME", folder.toString(), "DMARC_REPORTS_DB", "elsewhere", "COLUMNS", "20");
    assertEquals(before, CommandLines.printed(odd, "man"));
    assertEquals(
        Stream.of("ja", "en").map(one -> one.equals("en")).toList(),
        Stream.of("ja_JP.UTF-8", "C.UTF-8")
            .map(one -> Map.of("HOME", folder.toString(), "LANG", one))
            .map(one -> CommandLines.printed(one, "man").equals(before))
            .toList());
  }
}
