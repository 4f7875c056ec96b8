package dmarcreports.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** The command line as picocli models it, and what it says of itself. */
public final class CommandLines {
  private CommandLines() {}

  /** The program with all its commands. */
  public static CommandSpec program() {
    Shell shell =
        new Shell(
            new ByteArrayInputStream(new byte[0]),
            OutputStream.nullOutputStream(),
            new PrintStream(OutputStream.nullOutputStream()),
            new Terminals(false, false),
            Map.of());
    return DmarcReports.commandLine(shell, CommandFactory.NAMES).getCommandSpec();
  }

  /** What is printed, in an environment that has a {@code HOME}. */
  static String printed(Map<String, String> environment, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        DmarcReports.run(
            arguments,
            new ByteArrayInputStream(new byte[0]),
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            environment);
    assertEquals("", err.toString(StandardCharsets.UTF_8));
    assertEquals(0, code);
    return out.toString(StandardCharsets.UTF_8);
  }
}
