package dmarcreports.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the shells themselves complete, with keys pressed on a terminal; skipped where one is not.
 */
class CompletionTest {
  /** A function in the place of the program, which notes its arguments. */
  private static final String PROGRAM =
      "PS1='ready> '\ndmarc-reports() { printf '[%s]' \"$@\" >> said; echo >> said; }\n";

  /** Ctrl-U, which takes back what was typed. */
  private static final String AGAIN = "\025dmarc-reports ";

  private static final String HOSTILE = "odd $(touch ran);'touch ran'.eml";

  @TempDir Path folder;

  @BeforeEach
  void fill() throws IOException {
    Files.createDirectories(folder.resolve("inbox"));
    Files.createFile(folder.resolve("index.txt"));
    Files.createFile(folder.resolve(HOSTILE));
  }

  private String script(String shell) {
    return CommandLines.printed(Map.of("HOME", folder.toString()), "completion", shell);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ana⇥--det⇥--form⇥js⇥--out inb⇥ | [analyze][--details][--format][json][--out][inbox/]",
        "analyze --format=te⇥ | [analyze][--format=text]",
        "status --lang j⇥ | [status][--lang][ja]",
        "completion f⇥ | [completion][fish]",
        "nightly --out in⇥ | [nightly][--out][inbox/]",
        "copy --from ind⇥ | [copy][--from][index.txt]",
        "ingest ind⇥ | [ingest][index.txt]",
        "ingest --jobs ind⇥ | [ingest][--jobs][ind]",
        "export --format ind⇥ | [export][--format][ind]",
        "--vers⇥ | [--version]",
        "ma⇥ | [ma]",
        "analyze --out=inb⇥ | [analyze][--out=inbox/]",
      })
  void bashCompletes(String keys, String arguments) throws Exception {
    assertEquals(List.of(arguments), bash(keys));
  }

  @Test
  void bashRunsNothing() throws Exception {
    String quoted = "[ingest][" + HOSTILE + "]";
    assertEquals(List.of(quoted), bash("ingest odd⇥"));
    assertEquals(
        List.of("[status]"),
        bash("analyze --format $(touch ran)⇥" + AGAIN + "ingest `touch ran`⇥" + AGAIN + "status"));
    assertFalse(Files.exists(folder.resolve("ran")));
  }

  private List<String> bash(String keys) throws Exception {
    Files.writeString(folder.resolve("rc"), "set -u; IFS=a\n" + script("bash") + PROGRAM);
    return typed("bash", "bash --noprofile --rcfile rc -i", keys);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ana⇥--det⇥--form⇥js⇥--out inb⇥ | [analyze][--details][--format=json][--out][inbox]",
        "status --lang j⇥ | [status][--lang][ja]",
        "completion f⇥ | [completion][fish]",
        "nightly --out in⇥ | [nightly][--out][inbox]",
        "ingest ind⇥ | [ingest][index.txt]",
        "ingest -q inb⇥ ind⇥ | [ingest][-q][inbox][index.txt]",
        "ingest --jobs ind⇥ | [ingest][--jobs][ind]",
        "--vers⇥ | [--version]",
      })
  void zshCompletes(String keys, String arguments) throws Exception {
    assertEquals(List.of(arguments), zsh(keys));
  }

  @Test
  void zshRunsNothing() throws Exception {
    assertEquals(List.of("[ingest][" + HOSTILE + "]"), zsh("ingest odd⇥"));
    assertFalse(Files.exists(folder.resolve("ran")));
  }

  private List<String> zsh(String keys) throws Exception {
    Path functions = Files.createDirectories(folder.resolve("functions"));
    Files.writeString(functions.resolve("_dmarc-reports"), script("zsh"));
    Files.writeString(
        folder.resolve(".zshrc"),
        "fpath=($HOME/functions $fpath); autoload -U compinit; compinit -D -u\n" + PROGRAM);
    return typed("zsh", "zsh -i", keys);
  }

  /** What the program is called with, once those keys were pressed and the line was ended. */
  private List<String> typed(String shell, String start, String keys) throws Exception {
    assumeThereIs(shell);
    Files.deleteIfExists(folder.resolve("said"));
    ProcessBuilder builder =
        new ProcessBuilder("script", "-qec", start, "/dev/null").redirectErrorStream(true);
    builder.directory(folder.toFile());
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("ZDOTDIR", folder.toString());
    builder.environment().put("TERM", "dumb");
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    try (InputStream from = process.getInputStream();
        OutputStream to = process.getOutputStream()) {
      StringBuilder shown = new StringBuilder();
      while (shown.indexOf("ready> ") < 0) {
        int next = from.read();
        assertTrue(next >= 0, shown::toString);
        shown.append((char) next);
      }
      to.write(("dmarc-reports " + keys.replace('⇥', '\t') + "\nexit\n").getBytes(UTF_8));
      to.flush();
      from.readAllBytes();
      assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    } finally {
      process.destroyForcibly();
    }
    return Files.readAllLines(folder.resolve("said"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ana | analyze",
        "analyze --det | --details",
        "analyze --format | csv html json metrics text",
        "analyze --format=c | --format=csv",
        "status --lang | en ja",
        "completion | bash fish zsh",
        "nightly --out in | inbox/",
        "ingest ind | index.txt",
        "export --format | csv jsonl parsedmarc-csv",
        "analyze --last | ''",
      })
  void fishCompletes(String line, String words) throws Exception {
    String typed = "dmarc-reports " + line + (words.contains(" ") || words.isEmpty() ? " " : "");
    assertEquals(words, String.join(" ", fish(typed)));
  }

  @Test
  void fishRunsNothing() throws Exception {
    assertEquals(List.of(HOSTILE), fish("dmarc-reports ingest odd"));
    fish("dmarc-reports analyze --format (touch ran) ");
    assertFalse(Files.exists(folder.resolve("ran")));
  }

  /** What is offered, without what is said of it. */
  private List<String> fish(String line) throws Exception {
    assumeThereIs("fish");
    Files.writeString(folder.resolve("dmarc-reports.fish"), script("fish"));
    ProcessBuilder builder =
        new ProcessBuilder(
            "fish", "--no-config", "-c", "source dmarc-reports.fish; complete -C $argv[1]", line);
    builder.directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("HOME", folder.toString());
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor(), out);
    return out.lines().map(one -> one.split("\t")[0]).toList();
  }

  private static void assumeThereIs(String shell) {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin", shell)), shell);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void theScriptSaysNothingOfTheMachineThatPrintedIt(String shell) throws IOException {
    String before = script(shell);
    Files.writeString(
        folder.resolve(".dmarc-reports.properties"),
        "format=$(touch ran)\ndb=';touch ran;'\nlang=ja\n");
    Map<String, String> odd =
        Map.of("HOME", folder.toString(), "DMARC_REPORTS_DB", "`touch ran`", "LANG", "ja_JP.UTF-8");
    assertEquals(before, CommandLines.printed(odd, "completion", shell));
    assertFalse(before.matches("(?s).*\\bman\\b.*"), "what is not listed is not offered");
  }
}
