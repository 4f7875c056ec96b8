package dmarcreports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import dmarcreports.command.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Whatever strangers write into fields, headers and names does nothing in any output. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InertOutputsIT {
  /** Controls but line ends, and what turns, hides or breaks text. */
  private static final Pattern ODD =
      Pattern.compile(
          "[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff]");

  private static final String FORMULA = "=+-@\t\r";

  @TempDir static Path folder;

  /** All that was printed or written, by what it is: {@code .csv}, {@code .json} or else text. */
  private final TreeMap<String, String> outputs = new TreeMap<>();

  private final ObjectMapper json = new ObjectMapper();
  private Jar jar;
  private Jar.Run ingested;

  @BeforeAll
  void runEverything() throws Exception {
    jar = new Jar(folder);
    Jar.Run named = jar.shell(HostileTexts.write(folder.resolve("inbox")));
    assertEquals("", named.err());
    ingested = print("ingest.txt", 0, "ingest inbox --db a");
    print("ingest.json", 0, "ingest inbox --db b --format json");
    print("nightly.txt", 0, "nightly inbox --db c --out nightly");
    print("analyze.txt", 0, "analyze --db a --all");
    print("analyze.json", 0, "analyze --db a --all --format json");
    print("analyze.csv", 0, "analyze --db a --all --format csv");
    print("analyze.prom", 0, "analyze --db a --all --format metrics");
    print("analyze.html", 0, "analyze --db a --all --format html");
    print("out.txt", 0, "analyze --db a --all --format csv --out findings");
    print("explain.txt", 0, "explain 192.0.2.1 --db a");
    print("explain.json", 0, "explain 192.0.2.1 --db a --format json");
    print("export.csv", 0, "export --db a");
    print("export-parsedmarc.csv", 0, "export --db a --format parsedmarc-csv");
    print("export.jsonl", 0, "export --db a --format jsonl");
    print("discards.txt", 0, "discards --db a");
    print("discards.csv", 0, "discards --db a --format csv");
    print("discards.json", 0, "discards --db a --format json");
    print("retry.txt", 0, "discards --db b --retry");
    print("status.txt", 0, "status --db a --verify");
    print("status.json", 0, "status --db a --format json");
    askDns();
    for (String directory : List.of("nightly", "findings", "dns")) {
      try (Stream<Path> files = Files.list(folder.resolve(directory))) {
        for (Path file : files.toList()) {
          outputs.put(directory + "-" + file.getFileName(), Files.readString(file));
        }
      }
    }
    sayTextsBack();
  }

  /** Records and names of strangers, beside what their reports and mails say. */
  private void askDns() throws Exception {
    Files.writeString(folder.resolve("m.eml"), HostileDns.mail());
    try (LyingDns server = HostileDns.start()) {
      String at = " --timeout 10s --nameserver " + server.address();
      for (String format : List.of("text", "json")) {
        String end = format.equals("text") ? ".txt" : ".json";
        String how = " --format " + format + at;
        print("check" + end, 0, "check example.com a.example --selector s1 --db a" + how);
        print("check-names" + end, 0, "check n1.test n2.test n3.test n4.test n5.test" + how);
        print("mail" + end, 0, "explain ./m.eml --dns" + how);
      }
      print("nightly-dns.txt", 0, "nightly inbox --db d --out dns --dns" + at);
    }
  }

  private Jar.Run print(String name, int code, String arguments) throws Exception {
    Jar.Run run = jar.run(arguments);
    assertEquals(code, run.code(), arguments + ": " + run.err());
    outputs.put(name, run.out());
    outputs.put(name + "-err.txt", run.err());
    return run;
  }

  /** The texts as arguments, in files of settings, and as names of files that are not there. */
  private void sayTextsBack() throws Exception {
    Program program = new Program(folder, "a");
    Path senders = folder.resolve("senders.csv");
    StringBuilder lines = new StringBuilder("match,name,ownership\n");
    for (int i = 0; i < HostileTexts.ALL.size(); i++) {
      String text = HostileTexts.ALL.get(i);
      String quoted = '"' + text.replace("\"", "\"\"") + '"';
      if (text.lines().count() == 1) {
        String match = text.startsWith("=HYPER") ? "192.0.2.1" : "198.51.100." + i;
        lines.append(match).append(',').append(quoted).append(",ours\n");
      }
      List<List<String>> all =
          List.of(
              List.of("status", "--report=" + text),
              List.of("status", "--report=" + text, "--format", "json"),
              List.of("purge", "--dry-run", "--reporter=" + text),
              List.of("purge", "--dry-run", "--report-id=" + text),
              List.of("purge", "--source=" + text),
              List.of("explain", "--", text),
              List.of("analyze", "--domain=" + text),
              List.of("analyze", "--format=" + text),
              List.of("analyze", "--senders=" + text),
              List.of("ingest", "--max-ratio=" + text, "inbox"),
              List.of("ingest", "--domains=" + text, "inbox"),
              List.of("ingest", "--", "missing" + text),
              List.of("--" + text),
              List.of(text));
      for (int which = 0; which < all.size(); which++) {
        program.run(all.get(which).toArray(String[]::new));
        boolean isJson = which == 1 && !program.out.isEmpty();
        outputs.put("said-" + i + "-" + which + (isJson ? ".json" : ".txt"), program.out);
        outputs.put("said-" + i + "-" + which + "-err.txt", program.err);
        assertTrue(!program.err.contains("internal error"), program.err);
      }
    }
    Files.writeString(senders, lines);
    for (String format : List.of("text", "json", "csv", "html")) {
      int code =
          program.run("analyze", "--all", "--senders", senders.toString(), "--format", format);
      assertEquals(0, code, program.err);
      outputs.put("senders." + format, program.out);
      outputs.put("senders-" + format + "-err.txt", program.err);
    }
  }

  @Test
  void whatWasReadIsThere() throws IOException {
    JsonNode ledger = json.readTree(outputs.get("ingest.json"));
    int texts = HostileTexts.ALL.size();
    assertTrue(ledger.get("stored").asLong() > 2L * texts, ledger.toString());
    assertTrue(ledger.get("discarded").asLong() >= 3L * texts, ledger.toString());
    assertTrue(outputs.get("status.txt").contains("jndi"));
    assertTrue(outputs.get("export.csv").contains("HYPERLINK"));
    assertTrue(outputs.get("senders.json").contains("HYPERLINK"));
    assertTrue(outputs.get("check-names.txt").contains("v=spf1 include:"));
    assertTrue(outputs.get("mail.json").contains("dkim."));
    assertTrue(outputs.get("said-3-0.txt").contains("@SUM(1)"), outputs.get("said-3-0.txt"));
  }

  @Test
  void noOutputHoldsAControlOrWhatTurnsText() {
    List<String> wrong = new ArrayList<>();
    outputs.forEach(
        (name, text) -> {
          String lines = name.endsWith("csv") ? text.replace("\r\n", "\n") : text;
          Matcher odd = ODD.matcher(lines);
          if (odd.find()) {
            int from = Math.max(0, odd.start() - 60);
            wrong.add(name + ": " + lines.substring(from, odd.end()));
          }
        });
    assertEquals(List.of(), wrong);
  }

  @Test
  void noCellIsAFormula() throws IOException {
    int cells = 0;
    List<String> wrong = new ArrayList<>();
    for (String name : outputs.keySet()) {
      if (name.endsWith("csv")) {
        for (String[] row : rows(outputs.get(name))) {
          for (String cell : row) {
            cells++;
            String plain = Normalizer.normalize(cell, Normalizer.Form.NFKC).strip();
            if (!plain.isEmpty() && FORMULA.indexOf(plain.charAt(0)) >= 0) {
              wrong.add(name + ": " + cell);
            }
          }
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(cells > 1_000, cells + " cells");
  }

  private static List<String[]> rows(String csv) throws IOException {
    try (MappingIterator<String[]> rows =
        new CsvMapper()
            .readerFor(String[].class)
            .with(CsvParser.Feature.WRAP_AS_ARRAY)
            .readValues(csv)) {
      List<String[]> all = rows.readAll();
      all.forEach(row -> assertEquals(all.get(0).length, row.length, String.join("|", row)));
      return all;
    }
  }

  @Test
  void jsonIsJson() throws IOException {
    int values = 0;
    for (String name : outputs.keySet()) {
      if (name.endsWith("json") || name.endsWith("jsonl")) {
        for (String line : outputs.get(name).lines().toList()) {
          if (name.endsWith("jsonl")) {
            json.readTree(line);
            values++;
          }
        }
        boolean whole =
            name.endsWith("jsonl") || json.readTree(outputs.get(name)).isContainerNode();
        assertTrue(whole, name + ": " + outputs.get(name));
        values++;
      }
    }
    assertTrue(values > 100, values + " values");
  }

  /** That nothing runs is seen in a browser, by {@code PageIT}. */
  @Test
  void noTextIsMarkup() {
    for (String name : outputs.keySet()) {
      if (name.endsWith("html")) {
        String page = outputs.get(name);
        assertTrue(page.contains("&lt;img"), name);
        assertEquals(2, Pattern.compile("(?i)<script").matcher(page).results().count(), name);
        String bare = page.replaceAll("\"[^\"]*\"", "");
        assertFalse(Pattern.compile("(?i)<(img|svg/|[^<>]*\\son\\w+=)").matcher(bare).find(), name);
      }
    }
    // what strangers say is also told where it is told how mail came about
    String page = outputs.get("analyze.html");
    Matcher checks = Pattern.compile("(?s)<details class=\"checks\">.*?</details>").matcher(page);
    assertTrue(checks.results().anyMatch(one -> one.group().contains("&lt;img")), page);
  }

  @Test
  void oneEventIsOneLine() throws IOException {
    JsonNode ledger = json.readTree(outputs.get("ingest.json"));
    long pipes = HostileTexts.ALL.size();
    long events =
        ledger.get("discarded").asLong()
            + ledger.get("unreadable").asLong()
            + ledger.get("conflicts").asLong()
            + pipes;
    assertEquals(events, ingested.err().lines().count());
    assertTrue(ingested.err().lines().noneMatch(line -> line.startsWith("forged")));
    assertEquals(1, ingested.out().lines().count());
    long errors =
        outputs.keySet().stream()
            .filter(name -> name.matches("said-\\d+-11-err.txt"))
            .filter(name -> outputs.get(name).lines().count() == 1)
            .count();
    assertEquals(pipes, errors);
  }

  @Test
  void aSpreadsheetFindsNoFormula() throws Exception {
    boolean there = new ProcessBuilder("which", "soffice").start().waitFor() == 0;
    assumeTrue(there, "needs LibreOffice: apt-get install libreoffice-calc-nogui");
    Path sheets = Files.createDirectory(folder.resolve("sheets"));
    Files.writeString(sheets.resolve("control.csv"), "a,b\r\n1,=1+1\r\n");
    List<String> command =
        new ArrayList<>(
            List.of(
                "soffice",
                "-env:UserInstallation=file://" + folder.resolve("office"),
                "--headless",
                "--convert-to",
                "fods",
                "--infilter=CSV:44,34,76,1,,0,false,true,false,true",
                "--outdir",
                sheets.toString(),
                sheets.resolve("control.csv").toString()));
    for (String name : outputs.keySet()) {
      if (name.endsWith("csv")) {
        Path sheet = sheets.resolve(name.replace(".csv", "") + ".csv");
        command.add(Files.writeString(sheet, outputs.get(name)).toString());
      }
    }
    Process office = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(office.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(office.waitFor(2, TimeUnit.MINUTES), said);
    assertNotEquals(0, formulas(sheets.resolve("control.fods")), "formulas are not seen: " + said);
    int opened = 0;
    try (Stream<Path> files = Files.list(sheets)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".fods")).toList()) {
        opened++;
        if (!file.endsWith("control.fods")) {
          assertEquals(0, formulas(file), file.toString());
        }
      }
    }
    assertEquals(
        outputs.keySet().stream().filter(name -> name.endsWith("csv")).count() + 1, opened);
  }

  private static long formulas(Path sheet) throws IOException {
    return Pattern.compile("table:formula=").matcher(Files.readString(sheet)).results().count();
  }
}
