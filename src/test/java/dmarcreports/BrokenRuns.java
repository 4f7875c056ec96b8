package dmarcreports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dmarcreports.command.DmarcReports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs of the real jar over the same reports that do not come to their end. */
final class BrokenRuns {
  static final int REPORTS = 1_500;

  private final Path folder;
  private final Path inbox;
  private final long seed;
  private final Random random;
  private Path db;
  private long millis;

  /** How many reports, the first by their names, are known to be on disk. */
  private int onDisk;

  private int acknowledged;
  private int lost;
  private int half;

  /** Makes the reports, and an unbroken run. */
  BrokenRuns(Path folder, long seed) throws IOException, InterruptedException {
    this.folder = folder;
    this.seed = seed;
    random = new Random(seed);
    inbox = Files.createDirectory(folder.resolve("inbox"));
    NumberedReports.write(inbox, 0, REPORTS);
    db = folder.resolve("unbroken");
    long begun = System.nanoTime();
    assertEquals(0, ingest().waitFor());
    millis = (System.nanoTime() - begun) / 1_000_000;
    assertEquals(NumberedReports.expected(REPORTS), NumberedReports.held(db.toString()));
  }

  Random random() {
    return random;
  }

  /** How long a run takes on so busy a machine. */
  long millis() {
    return millis;
  }

  /** How many reports the runs said were on disk. */
  int acknowledged() {
    return acknowledged;
  }

  /** The database of the next runs, which nothing is in yet. */
  Path begin(String name) {
    db = folder.resolve(name);
    return Path.of(db + ".mv.db");
  }

  /** Starts one, by another command where it is named. */
  Process ingest(String... before) throws IOException {
    List<String> command = new ArrayList<>(List.of(before));
    command.addAll(List.of(Jar.JAVA, "-Xmx256m"));
    command.addAll(FastStart.options());
    command.addAll(List.of("-jar", Jar.FILE.toString()));
    command.addAll(List.of("ingest", inbox.toString(), "-v", "--db", db.toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("HOME", folder.toString());
    builder.environment().remove("DMARC_REPORTS_DB");
    return builder
        .redirectOutput(folder.resolve("out.txt").toFile())
        .redirectError(folder.resolve("err.txt").toFile())
        .start();
  }

  /** Whether a process is, after a random part of the time that it takes on so busy a machine. */
  boolean isStillRunning(Process process) throws InterruptedException {
    long pause = random.nextLong(millis);
    long begun = System.nanoTime();
    if (process.waitFor(pause, TimeUnit.MILLISECONDS)) {
      millis = Math.max(500, (System.nanoTime() - begun) / 1_000_000);
      return false;
    }
    if (pause > millis * 4 / 5) {
      millis += millis / 4;
    }
    return true;
  }

  /** Looks at a copy: the next run finds what was left. */
  void checkWhatIsLeft() throws IOException {
    List<String> said = Files.readAllLines(folder.resolve("err.txt"));
    int spoken =
        said.stream()
            .filter(line -> line.endsWith(" reports of this run are on disk"))
            .mapToInt(line -> Integer.parseInt(line.split(" ")[0]))
            .max()
            .orElse(0);
    onDisk += spoken;
    acknowledged += spoken;
    Path file = Path.of(db + ".mv.db");
    if (!Files.exists(file)) {
      assertEquals(0, onDisk);
      return;
    }
    Path copy = folder.resolve("copy");
    for (String suffix : List.of(".mv.db", ".mv.db.mark")) {
      Files.deleteIfExists(Path.of(copy + suffix));
      if (Files.exists(Path.of(db + suffix))) {
        Files.copy(
            Path.of(db + suffix), Path.of(copy + suffix), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Map<Integer, Map<String, Long>> held = NumberedReports.held(copy.toString());
    for (Map.Entry<Integer, Map<String, Long>> report :
        NumberedReports.expected(REPORTS).entrySet()) {
      Map<String, Long> sources = held.get(report.getKey());
      if (sources == null) {
        lost += report.getKey() < onDisk ? 1 : 0;
      } else if (!sources.equals(report.getValue())) {
        half++;
      }
    }
    assertEquals(0, lost, "lost");
    assertEquals(0, half, "half");
    onDisk = held.size();
  }

  /** The next run, which must not wait for anything: all is there. */
  void finish() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(out, true, StandardCharsets.UTF_8);
    int code =
        DmarcReports.run(
            new String[] {"ingest", inbox.toString(), "--db", db.toString(), "--wait", "0s"},
            InputStream.nullInputStream(),
            out,
            err,
            false,
            Map.of());
    assertEquals(0, code, out.toString(StandardCharsets.UTF_8));
    assertEquals(NumberedReports.expected(REPORTS), NumberedReports.held(db.toString()));
    onDisk = 0;
    List<Path> left = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(path -> path.getFileName().toString().startsWith(db.getFileName() + "."))
          .forEach(left::add);
    }
    for (Path path : left) {
      Files.delete(path);
    }
  }

  /** Prints what it came to. */
  void say(String what) {
    System.out.println(
        what
            + ": seed "
            + seed
            + ", "
            + acknowledged
            + " reports acknowledged, "
            + lost
            + " lost, "
            + half
            + " half");
  }
}
