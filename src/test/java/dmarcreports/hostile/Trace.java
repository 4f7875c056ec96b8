package dmarcreports.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What strace saw. */
final class Trace {
  /** Controls but line ends, and what reorders or breaks a line. */
  static final Pattern ODD =
      Pattern.compile(
          "[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]");

  private static final Pattern OPENING =
      Pattern.compile("^\\d+ +([\\d.]+) (?:openat|open|creat)\\((?:AT_FDCWD, )?\"([^\"]*)\"(.*)");

  /** What a Java virtual machine reads of the system it runs on. */
  private static final Pattern MACHINE =
      Pattern.compile(
          "/(usr/)?lib(32|64)?/.*|/etc/(ld\\.so\\.cache|nsswitch\\.conf|passwd|localtime|timezone|java-.*)"
              + "|/sys/(fs/cgroup|devices/system|kernel/mm)/?.*"
              + "|/proc/(self|thread-self|\\d+)/(?!environ).*"
              + "|/usr/share/locale/locale\\.alias|/proc/(net/if_inet6|cpuinfo|meminfo|stat|cgroups|sys/.*|version|mounts)|/dev/(null|u?random)");

  private Trace() {}

  /** A file that was opened, at a second of the clock. */
  record Opening(double second, String path, String how) {
    boolean writes() {
      return how.contains("O_WRONLY") || how.contains("O_RDWR") || how.contains("O_CREAT");
    }
  }

  static List<Opening> openings(Path trace) throws IOException {
    List<Opening> openings = new ArrayList<>();
    for (String line : Files.readAllLines(trace, StandardCharsets.ISO_8859_1)) {
      Matcher opening = OPENING.matcher(line);
      if (opening.lookingAt()) {
        double second = Double.parseDouble(opening.group(1));
        openings.add(new Opening(second, opening.group(2), opening.group(3)));
      }
    }
    return openings;
  }

  /** All that was connected or sent, but for the system's own question who the user is. */
  static List<String> connections(Path trace) throws IOException {
    return Files.readAllLines(trace, StandardCharsets.ISO_8859_1).stream()
        .filter(line -> line.contains(" connect(") || line.contains(" sendto("))
        .filter(line -> !line.contains("sun_path=\"/var/run/nscd/socket\""))
        .toList();
  }

  static boolean isOfTheMachine(Opening opening, Path jar, Path home) throws IOException {
    String path = opening.path();
    boolean runtime =
        path.startsWith(home.toString()) || path.startsWith(home.toRealPath().toString());
    boolean read = runtime || path.equals(jar.toString()) || MACHINE.matcher(path).matches();
    return read && (!opening.writes() || path.startsWith("/proc/") || path.equals("/dev/null"));
  }
}
