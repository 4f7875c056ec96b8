package dmarcreports.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What one process cost.
 *
 * @param cpu seconds of all its threads, user and system
 * @param wall seconds from start to end
 * @param peak bytes resident at most; 0 where the system does not tell
 * @param written bytes that it wrote, to files and else; 0 where the system does not tell
 */
record Cost(double cpu, double wall, long peak, long written) {
  private static final int LOOK_MILLIS = 10;

  /** Runs a command to its end. What it prints is kept in a file until it has failed. */
  static Cost of(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path said = Files.createTempFile("said", ".txt");
    List<String> timed = new ArrayList<>();
    // bash asks the system for what the child used, to its last moment
    timed.addAll(List.of("bash", "-c", "TIMEFORMAT='%U %S %R'; time \"$@\" >\"$0\" 2>&1"));
    timed.add(said.toString());
    timed.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(timed);
    builder.environment().putAll(environment);
    builder.environment().put("LC_ALL", "C.UTF-8");
    Path times = Files.createTempFile("times", ".txt");
    try {
      Process bash = builder.redirectError(times.toFile()).start();
      long peak = 0;
      long written = 0;
      while (bash.isAlive()) {
        for (ProcessHandle process : bash.descendants().toList()) {
          peak = Math.max(peak, told(process, "status", "VmHWM:") << 10);
          written = Math.max(written, told(process, "io", "wchar:"));
        }
        Thread.sleep(LOOK_MILLIS);
      }
      if (bash.exitValue() != 0) {
        throw new IOException(
            String.join(" ", command)
                + " ended with "
                + bash.exitValue()
                + ": "
                + Files.readString(said));
      }
      String[] seconds = Files.readString(times).strip().split(" ");
      double cpu = Double.parseDouble(seconds[0]) + Double.parseDouble(seconds[1]);
      return new Cost(cpu, Double.parseDouble(seconds[2]), peak, written);
    } finally {
      Files.delete(said);
      Files.delete(times);
    }
  }

  /** A number that the system tells of a process; 0 where it does not. */
  private static long told(ProcessHandle process, String file, String name) {
    try {
      return Files.readAllLines(Path.of("/proc/" + process.pid() + "/" + file)).stream()
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException endedOrNotLinux) {
      return 0;
    }
  }

  /** The median of each figure on its own. */
  static Cost median(List<Cost> costs) {
    return new Cost(
        median(costs, Cost::cpu),
        median(costs, Cost::wall),
        (long) median(costs, cost -> cost.peak),
        (long) median(costs, cost -> cost.written));
  }

  /** The run that took least CPU time: the one that others disturbed least. */
  static Cost least(List<Cost> costs) {
    return costs.stream().min(Comparator.comparingDouble(Cost::cpu)).orElseThrow();
  }

  private static double median(List<Cost> costs, ToDoubleFunction<Cost> figure) {
    double[] sorted = costs.stream().mapToDouble(figure).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%.2f | %.2f | %d MiB | %.1f MB", cpu, wall, peak >> 20, written / 1e6);
  }
}
