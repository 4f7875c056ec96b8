package dmarcreports.command;

import java.io.Console;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Which streams of the process a person looks at.
 *
 * @param out standard output
 * @param err standard error
 */
public record Terminals(boolean out, boolean err) {
  private static final Pattern DEVICE = Pattern.compile("/dev/(pts/.*|tty.*|console)");

  /** What the system tells of this process. */
  public static Terminals ofProcess() {
    return new Terminals(isTerminal(1), isTerminal(2));
  }

  /** Where the system does not show what a stream is, all of them count as the console does. */
  private static boolean isTerminal(int stream) {
    try {
      Path device = Files.readSymbolicLink(Path.of("/proc/self/fd", String.valueOf(stream)));
      return DEVICE.matcher(device.toString()).matches();
    } catch (IOException | UnsupportedOperationException unknown) {
      return isConsole(System.console());
    }
  }

  /** Since Java 22 there may be a console where there is no terminal; it then says so. */
  private static boolean isConsole(Console console) {
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException before22) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException unknown) {
      return false;
    }
  }
}
