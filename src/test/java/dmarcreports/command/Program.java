package dmarcreports.command;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The command line in process, on one database; what it printed last. */
public final class Program {
  private final String db;
  public String out = "";
  public String err = "";

  /** What it finds in its environment. */
  public final Map<String, String> environment = new HashMap<>();

  /**
   * @param db a file in the home, or a URL
   */
  public Program(Path home, String db) {
    environment.put("HOME", home.toString());
    this.db = db.startsWith("jdbc:") ? db : home.resolve(db).toString();
  }

  public int run(String... arguments) {
    List<String> args = new ArrayList<>(List.of(arguments));
    args.addAll(List.of("--db", db));
    ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    ByteArrayOutputStream stderr = new ByteArrayOutputStream();
    int code =
        DmarcReports.run(
            args.toArray(String[]::new),
            new ByteArrayInputStream(new byte[0]),
            stdout,
            new PrintStream(stderr, true, StandardCharsets.UTF_8),
            false,
            environment);
    out = stdout.toString(StandardCharsets.UTF_8);
    err = stderr.toString(StandardCharsets.UTF_8);
    assertFalse(err.contains("\tat "), err);
    return code;
  }

  /** What is printed, where the run is done without a word on standard error. */
  public String printed(String... arguments) {
    int code = run(arguments);
    if (code != 0 || !err.isEmpty()) {
      throw new AssertionError(code + ": " + err);
    }
    return out;
  }
}
