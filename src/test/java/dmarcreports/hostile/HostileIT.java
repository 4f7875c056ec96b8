package dmarcreports.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The real jar on the hostile collection, in a small heap, watched by strace. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileIT {
  private static final Path JAR = Path.of("target/dmarc-reports.jar").toAbsolutePath();
  private static final Path HOME = Path.of(System.getProperty("java.home"));
  private static final long MAX_RSS_KIB = 512 << 10;
  private static final double MAX_SECONDS = 300;
  private static final double MAX_SECONDS_A_FILE = 30;
  private static final String SPARSE = "a7-sparse.xml";

  @TempDir static Path folder;

  private final ObjectMapper json = new ObjectMapper();
  private List<HostileFile> files;
  private Canary canary;
  private Path inbox;
  private Run first;
  private JsonNode ledger;

  private record Run(int code, String out, String err, double seconds, long rssKib) {}

  @BeforeAll
  void ingestOnce() throws Exception {
    boolean straced = new ProcessBuilder("which", "strace").start().waitFor() == 0;
    assumeTrue(straced, "needs strace: apt-get install strace");
    canary = new Canary(Files.createDirectory(folder.resolve("canary")));
    inbox = Files.createDirectory(folder.resolve("inbox"));
    Files.createDirectory(folder.resolve("tmp"));
    Files.createDirectory(folder.resolve("home"));
    files = HostileFiles.all(canary);
    for (HostileFile file : files) {
      HostileFiles.write(file, inbox);
    }
    try (RandomAccessFile sparse = new RandomAccessFile(inbox.resolve(SPARSE).toFile(), "rw")) {
      sparse.writeBytes("<feedback>");
      sparse.setLength(8L << 30);
    }
    first = run(true, "ingest", inbox.toString(), "--db", db(), "--format", "json");
    assertEquals(0, first.code, first.err);
    ledger = json.readTree(first.out);
  }

  private String db() {
    return folder.resolve("reports").toString();
  }

  private Run run(boolean traced, String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (traced) {
      command.addAll(
          List.of("strace", "-f", "-ttt", "--seccomp-bpf", "-s", "4096", "-o", trace().toString()));
      command.addAll(List.of("-e", "trace=connect,openat,open,creat,sendto"));
    }
    command.addAll(List.of(HOME.resolve("bin/java").toString(), "-Xmx256m", "-XX:-UsePerfData"));
    command.addAll(List.of("-Djava.io.tmpdir=" + folder.resolve("tmp"), "-jar", JAR.toString()));
    command.addAll(List.of(args));
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("HOME", folder.resolve("home").toString());
    builder.environment().remove("DMARC_REPORTS_DB");
    long begun = System.nanoTime();
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    process.getOutputStream().close();
    long rss = 0;
    while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
      rss = Math.max(rss, rssKib(process));
      if (System.nanoTime() - begun > TimeUnit.MINUTES.toNanos(10)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    return new Run(process.exitValue(), Files.readString(out), Files.readString(err), seconds, rss);
  }

  private static long rssKib(Process process) {
    return Stream.concat(process.descendants(), Stream.of(process.toHandle()))
        .mapToLong(one -> peakKib(Path.of("/proc", one.pid() + "", "status")))
        .max()
        .orElse(0);
  }

  private static long peakKib(Path status) {
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | java.io.UncheckedIOException gone) {
      return 0;
    }
  }

  private static Path trace() {
    return folder.resolve("trace.txt");
  }

  private Map<String, Long> storedMessages() throws Exception {
    Run export = run(false, "export", "--format", "jsonl", "--db", db());
    assertEquals(0, export.code, export.err);
    assertFalse(
        (export.out + first.out + first.err).contains(Canary.SECRET), "the secret was read");
    Map<String, Long> stored = new HashMap<>();
    for (String line : export.out.lines().toList()) {
      JsonNode record = json.readTree(line);
      String input = record.get("input").asText();
      String file = input.substring(inbox.toString().length() + 1).replaceAll("(?s) > .*", "");
      stored.merge(file, record.get("messages").asLong(), Long::sum);
    }
    return stored;
  }

  @Test
  void everyFileHasItsVerdict() throws Exception {
    Map<String, Set<String>> words = new TreeMap<>();
    Map<String, Long> stored = storedMessages();
    stored
        .keySet()
        .forEach(file -> words.computeIfAbsent(file, one -> new TreeSet<>()).add("good"));
    for (JsonNode discard : ledger.get("discards")) {
      String file = Path.of(discard.get("input").asText()).getFileName().toString();
      words.computeIfAbsent(file, one -> new TreeSet<>()).add(discard.get("reason").asText());
    }
    List<String> wrong = new ArrayList<>();
    for (HostileFile file : files) {
      boolean silent = Set.of("duplicate", "conflict", "not a report").contains(file.expected());
      String expected = silent ? "" : file.expected();
      String found = String.join(" ", words.getOrDefault(file.name(), Set.of()));
      long messages = stored.getOrDefault(file.name(), 0L);
      if (!found.equals(expected) || messages != file.messages()) {
        wrong.add(
            file.name()
                + ": "
                + file.expected()
                + " "
                + file.messages()
                + ", but "
                + found
                + " "
                + messages);
      }
    }
    assertEquals("", String.join("\n", wrong));
    assertEquals(Set.of("not_xml"), words.get(SPARSE));
  }

  @Test
  void theCollectionIsLargeAndTheLedgerBalancesOverIt() throws IOException {
    assertTrue(files.size() >= 300, files.size() + " files");
    try (Stream<Path> entries = Files.list(inbox)) {
      assertEquals(entries.count(), number("inputs"));
    }
    assertEquals(number("inputs"), number("with_documents") + number("not_reports"));
    assertEquals(0, number("unreadable"));
    long outcomes = number("stored") + number("duplicates") + number("conflicts");
    assertEquals(number("documents"), outcomes + number("discarded"));
    assertEquals(ledger.get("discards").size(), number("discarded"));
    assertEquals(files.stream().mapToLong(HostileFile::messages).sum(), number("messages"));
    assertEquals(count("duplicate"), number("duplicates"));
    assertEquals(count("conflict"), number("conflicts"));
    assertEquals(count("not a report"), number("not_reports"));
  }

  private long number(String key) {
    return ledger.get(key).asLong();
  }

  private long count(String expected) {
    return files.stream().filter(file -> file.expected().equals(expected)).count();
  }

  @Test
  void itTakesLittleTimeAndMemory() throws IOException {
    System.out.printf(
        "HostileIT: %d files, %.1f s, %d MiB%n", files.size(), first.seconds, first.rssKib >> 10);
    assertTrue(first.seconds <= MAX_SECONDS, first.seconds + " s");
    assertTrue(first.rssKib > 0 && first.rssKib <= MAX_RSS_KIB, first.rssKib + " KiB");
    Trace.Opening before = null;
    for (Trace.Opening opening : Trace.openings(trace())) {
      if (opening.path().startsWith(inbox + "/")) {
        double seconds = before == null ? 0 : opening.second() - before.second();
        assertTrue(seconds <= MAX_SECONDS_A_FILE, before + ": " + seconds + " s");
        before = opening;
      }
    }
    assertTrue(before != null, "no file was seen to be opened");
  }

  @Test
  void nothingIsFetchedAndNoOtherFileIsTouched() throws IOException {
    assertEquals(List.of(), Trace.connections(trace()));
    assertEquals(0, canary.hits());
    Set<String> elsewhere = new TreeSet<>();
    for (Trace.Opening opening : Trace.openings(trace())) {
      String path = opening.path();
      boolean ours = path.startsWith(inbox.toString()) && !opening.writes();
      boolean database = path.startsWith(db()) || path.equals(folder.toString());
      boolean library = path.startsWith(folder.resolve("tmp") + "/libzstd-jni-");
      if (!ours && !database && !library && !Trace.isOfTheMachine(opening, JAR, HOME)) {
        elsewhere.add(path);
      }
    }
    assertEquals(Set.of(), elsewhere);
    try (Stream<Path> left = Files.list(folder.resolve("tmp"))) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void whatIsPrintedIsInertAndOneLineForEachDiscard() {
    assertFalse(Trace.ODD.matcher(first.err + first.out).find());
    assertEquals(number("discarded") + number("conflicts"), first.err.lines().count());
    assertFalse(first.err.contains("Exception"), first.err);
  }

  @Test
  void aSecondRunStoresNothing() throws Exception {
    Run second = run(false, "ingest", inbox.toString(), "--db", db(), "--format", "json");
    JsonNode again = json.readTree(second.out);
    assertEquals(0, again.get("stored").asLong());
    long known = number("stored") + number("duplicates") + number("conflicts");
    assertEquals(known, again.get("duplicates").asLong() + again.get("conflicts").asLong());
    assertEquals(ledger.get("discards"), again.get("discards"));
  }
}
