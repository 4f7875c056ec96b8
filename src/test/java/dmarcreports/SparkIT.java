package dmarcreports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The job on Apache Spark says what the program says on one machine, byte for byte. It needs {@code
 * mvn -f src/spark/pom.xml generate-resources}.
 */
class SparkIT {
  private static final Path SPARK = Path.of("target/spark").toAbsolutePath();
  private static final List<String> TABLES =
      List.of("domains", "sources", "streams", "actions", "daily", "reporters");

  /** Where a part is written while mails are read, their night is kept, findings are made. */
  private static final String READING = "killed.unfinished-*/found";

  private static final String NIGHT = "state/unfinished-*/records";
  private static final String FINDINGS = "killed.unfinished-*/findings";
  private static final int MANY = Integer.getInteger("spark.reports", 400);

  /** What {@code bin/spark-submit} adds. */
  private static final List<String> OPENED =
      Stream.of(
              "lang", "lang.invoke", "lang.reflect", "io", "net", "nio", "util", "util.concurrent")
          .map(name -> "--add-opens=java.base/java." + name + "=ALL-UNNAMED")
          .toList();

  private static final List<String> OPENED_TOO =
      Stream.of("sun.nio.ch", "sun.nio.cs", "sun.util.calendar", "sun.security.action")
          .map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED")
          .toList();

  @TempDir Path folder;

  @BeforeAll
  static void isThere() {
    Assumptions.assumeTrue(
        Files.isDirectory(SPARK.resolve("jars")),
        "Apache Spark is not in target/spark: the tests of its job are passed over");
  }

  @Test
  void saysTheSameAsOneMachineInOneNightAndInTwo() throws Exception {
    Path inbox = inbox();
    Path first = Files.createDirectories(inbox.resolve("1"));
    Path second = Files.createDirectories(inbox.resolve("2"));
    SparkInbox.write(first, 0, 40);
    SparkInbox.write(second, 30, 70);
    copySamples(second);
    Files.createDirectories(folder.resolve("nothing"));
    String choice = "--domain other.example --domain example.com --since 2026-01-02 --all";
    Run spark =
        finished(
            start(
                "local[2]",
                "--in inbox/1 --out night1 --state state",
                "--in inbox --out night2 --state state",
                "--in inbox/2 --out night3 --state state",
                "copy --state state --to copied",
                "copy --state again --from copied",
                "--in nothing --out back --state again",
                "--in inbox --out chosen " + choice,
                "--in inbox --out chosen"));
    assertEquals(1, spark.code(), spark.err());
    assertTrue(spark.err().contains("chosen is there already"), spark.err());
    isSame("inbox/1", "night1", "");
    isSame("inbox", "chosen", choice);
    Jar jar = new Jar(folder);
    jar.run("analyze --format csv --db db-chosen --out single-night2").printed();
    hasSameTables(folder.resolve("single-night2"), folder.resolve("night2"));
    assertEquals(
        Files.readString(folder.resolve("chosen/discards.csv")),
        Files.readString(folder.resolve("night2/discards.csv")));
    hasSameTables(folder.resolve("night2"), folder.resolve("night3"));
    List<String> ledger = Files.readAllLines(folder.resolve("night3/ledger.csv"));
    assertEquals(",0".repeat(12).substring(1), ledger.get(1));
    assertEquals(2, list(folder.resolve("state")).size(), "nights");
    isCopied(jar, "db-chosen", "copied");
    assertEquals(
        Files.readString(folder.resolve("night2/discards.csv")),
        Files.readString(folder.resolve("back/discards.csv")));
    hasSameTables(folder.resolve("night2"), folder.resolve("back"));
    nothingUnfinishedIsLeft();
  }

  @Test
  void aNightThatIsNotWholeCountsForNothing() throws Exception {
    SparkInbox.write(inbox(), 0, 1);
    Path half = Files.createDirectories(folder.resolve("state/night-000001/records"));
    Run refused = finished(start("local[2]", "--in inbox --out out --state state"));
    assertEquals(1, refused.code(), refused.err());
    assertTrue(refused.err().contains("night-000001 has no _WHOLE"), refused.err());
    assertEquals(List.of(half), list(folder.resolve("state/night-000001")));
    assertEquals(List.of(), unfinished());
  }

  /** A database of a state says what one does that read the same mails itself. */
  private void isCopied(Jar jar, String single, String copied) throws Exception {
    jar.run("analyze --format csv --db " + copied + " --out from-copied").printed();
    hasSameTables(folder.resolve("single-night2"), folder.resolve("from-copied"));
    for (String what : List.of("export --format csv", "export --format jsonl")) {
      assertEquals(
          jar.run(what + " --db " + single).printed(), jar.run(what + " --db " + copied).printed());
    }
  }

  private static void copySamples(Path to) throws IOException {
    try (Stream<Path> samples = Files.list(Path.of("sample-reports"))) {
      for (Path sample : samples.filter(Files::isRegularFile).toList()) {
        Files.copy(sample, to.resolve(sample.getFileName()));
      }
    }
  }

  @Test
  void saysTheSameWhereTheDriverAndThenExecutorsAreKilled() throws Exception {
    Path inbox = inbox();
    SparkInbox.write(inbox, 0, MANY);
    String job = "--in inbox --out killed --state state";
    Process driver = start("local[2]", job);
    while (!isWriting(NIGHT, List.of())) {
      assertTrue(driver.isAlive(), "ended before");
      Thread.sleep(10);
    }
    driver.destroyForcibly().waitFor();
    List<Path> left = unfinished();
    assertEquals(2, left.size(), left.toString());
    assertEquals(left.subList(1, 2), list(folder.resolve("state")));
    assertTrue(Files.notExists(folder.resolve("killed")));

    Process process = start("local-cluster[2,1,1024]", job);
    Deque<String> moments = new ArrayDeque<>(List.of(READING, NIGHT, FINDINGS));
    while (process.isAlive() && !moments.isEmpty()) {
      if (isWriting(moments.element(), left) && kill(process)) {
        moments.remove();
      }
      Thread.sleep(10);
    }
    Run spark = finished(process);
    assertEquals(0, spark.code(), spark.err());
    assertEquals(List.of(), List.copyOf(moments));
    assertEquals(3, spark.err().split("Lost executor ").length - 1, spark.err());
    isSame("inbox", "killed", "");
    assertEquals(left, unfinished());
  }

  private Path inbox() throws IOException {
    return Files.createDirectories(folder.resolve("inbox"));
  }

  /** How a process ended, and what it said. */
  private record Run(int code, String out, String err) {}

  private Process start(String master, String... jobs) throws IOException {
    List<String> command = new ArrayList<>(List.of(Jar.JAVA, "-Xmx1g", "-XX:TieredStopAtLevel=1"));
    command.addAll(OPENED);
    command.addAll(OPENED_TOO);
    command.addAll(
        List.of(
            "-cp",
            SPARK + "/jars/*:" + Path.of("target/test-classes").toAbsolutePath(),
            SparkRuns.class.getName(),
            Jar.FILE.toString(),
            master,
            String.join(" --next ", jobs)));
    List<String> words = new ArrayList<>(command.subList(0, command.size() - 1));
    words.addAll(List.of(command.get(command.size() - 1).split(" ")));
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.environment().putAll(Map.of("SPARK_HOME", SPARK.toString(), "LC_ALL", "C.UTF-8"));
    builder
        .environment()
        .putAll(Map.of("SPARK_LOCAL_IP", "127.0.0.1", "SPARK_SCALA_VERSION", "2.13"));
    return builder
        .redirectOutput(folder.resolve("out.txt").toFile())
        .redirectError(folder.resolve("err.txt").toFile())
        .start();
  }

  private Run finished(Process process) throws Exception {
    if (!process.waitFor(8, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new AssertionError("still running: " + Files.readString(folder.resolve("err.txt")));
    }
    return new Run(
        process.exitValue(),
        Files.readString(folder.resolve("out.txt")),
        Files.readString(folder.resolve("err.txt")));
  }

  /** Whether some task is writing a part of what a pattern names. */
  private boolean isWriting(String what, List<Path> left) throws IOException {
    PathMatcher part =
        FileSystems.getDefault().getPathMatcher("glob:" + what + "/_temporary/0/_temporary/*");
    try (Stream<Path> all = Files.walk(folder, 7)) {
      return all.filter(one -> part.matches(folder.relativize(one)))
          .anyMatch(one -> left.stream().noneMatch(one::startsWith));
    } catch (UncheckedIOException somethingWasMoved) {
      return false;
    }
  }

  private static boolean kill(Process process) {
    return process
        .descendants()
        .filter(one -> one.info().commandLine().orElse("").contains("CoarseGrainedExecutor"))
        .findFirst()
        .map(ProcessHandle::destroyForcibly)
        .orElse(false);
  }

  private void isSame(String in, String out, String choice) throws Exception {
    Jar jar = new Jar(folder);
    String db = "db-" + out;
    JsonNode ledger =
        new ObjectMapper().readTree(jar.run("ingest " + in + " --format json -q --db " + db).out());
    jar.run("analyze --format csv --db " + db + " --out single-" + out + " " + choice).printed();
    hasSameTables(folder.resolve("single-" + out), folder.resolve(out));
    List<String> lines = Files.readAllLines(folder.resolve(out).resolve("ledger.csv"));
    Map<String, String> told = new TreeMap<>();
    Map<String, String> expected = new TreeMap<>();
    Iterator<String> counts = List.of(lines.get(1).split(",")).iterator();
    for (String name : lines.get(0).split(",")) {
      told.put(name, counts.next());
      expected.put(name, ledger.get(name).asText());
    }
    assertEquals(expected, told);
    assertEquals(12, told.size());
    List<String> discards = Files.readAllLines(folder.resolve(out).resolve("discards.csv"));
    assertEquals(ledger.get("discards").size(), discards.size() - 1);
    for (int i = 1; i < discards.size(); i++) {
      JsonNode one = ledger.get("discards").get(i - 1);
      assertTrue(discards.get(i).contains(one.get("input").asText()), discards.get(i));
      assertTrue(discards.get(i).contains("," + one.get("reason").asText() + ","));
    }
  }

  private static void hasSameTables(Path single, Path spark) throws IOException {
    for (String table : TABLES) {
      assertEquals(
          Files.readString(single.resolve(table + ".csv")),
          Files.readString(spark.resolve(table + ".csv")),
          table);
    }
  }

  private void nothingUnfinishedIsLeft() throws IOException {
    assertEquals(List.of(), unfinished());
  }

  private List<Path> unfinished() throws IOException {
    try (Stream<Path> all = Files.walk(folder, 2)) {
      return all.filter(one -> one.getFileName().toString().contains("unfinished-"))
          .sorted()
          .toList();
    }
  }

  private static List<Path> list(Path directory) throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      return all.toList();
    }
  }
}
