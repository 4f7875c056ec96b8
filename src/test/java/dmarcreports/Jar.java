package dmarcreports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The real jar, run by a shell in a folder that is its home; file names and arguments are bytes.
 */
final class Jar {
  static final Path FILE = Path.of("target/dmarc-reports.jar").toAbsolutePath();

  /** Another Java than that of the tests may be tried: the one of the Debian package. */
  static final String JAVA =
      System.getProperty(
          "java.tested", Path.of(System.getProperty("java.home"), "bin/java").toString());

  /** Runs a copy of the jar, {@code it.jar}, as somebody whom permissions bind. */
  static final String BOUND =
      "bound() { if [ $(id -u) = 0 ]; then"
          + " setpriv --reuid=65534 --regid=65534 --clear-groups \"$@\"; else \"$@\"; fi; }\n"
          + "jar() { bound '"
          + JAVA
          + "' $JAVA -jar ./it.jar \"$@\"; }\n";

  private final Path folder;
  private final Path streams;

  Jar(Path folder) throws IOException {
    this.folder = folder;
    streams = Files.createDirectories(folder.resolve("streams"));
  }

  /** How a process ended, and what it said, which is UTF-8. */
  record Run(int code, String out, String err) {
    /** What was printed, by a run that is done without a word. */
    String printed() {
      assertTrue(code == 0 && err.isEmpty(), code + ": " + err);
      return out;
    }
  }

  /** That a run ended with a code and one line that says so. */
  static void isOneLine(Run run, int code, String... words) {
    assertEquals(code, run.code(), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
    for (String word : words) {
      assertTrue(run.err().contains(word), run.err());
    }
  }

  /** How many records a database in the folder holds. */
  long stored(String db) throws IOException, InterruptedException {
    return run("export --format jsonl --db " + db).printed().lines().count();
  }

  /** Runs the jar with arguments that the shell parts. */
  Run run(String arguments) throws IOException, InterruptedException {
    return shell("jar " + arguments);
  }

  /** A script for bash in the folder, in which {@code jar} is the program. */
  ProcessBuilder script(String script) {
    String jar = "jar() { '" + JAVA + "' $JAVA -jar '" + FILE + "' \"$@\"; }\n";
    ProcessBuilder builder = new ProcessBuilder(List.of("bash", "-c", jar + script));
    builder.directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.matches("DMARC_.*|LANG|LC_.*|TZ"));
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("JAVA", "-Xmx256m " + String.join(" ", FastStart.options()));
    return builder;
  }

  Run shell(String script) throws IOException, InterruptedException {
    return run(script(script));
  }

  Run run(ProcessBuilder builder) throws IOException, InterruptedException {
    Path out = Files.createTempFile(streams, "out", ".txt");
    Path err = Files.createTempFile(streams, "err", ".txt");
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    process.getOutputStream().close();
    if (!process.waitFor(3, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      throw new AssertionError("still running: " + Files.readString(err));
    }
    Run run = new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    assertFalse(run.err.contains("\tat "), run.err);
    return run;
  }

  /** A text as a word of bash, in ASCII. */
  static String word(String text) {
    return word(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Bytes as a word of bash. */
  static String word(byte[] bytes) {
    StringBuilder word = new StringBuilder("$'");
    for (byte one : bytes) {
      word.append(String.format("\\x%02x", one & 0xff));
    }
    return word.append('\'').toString();
  }
}
