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
 */
record Cost(double cpu, double wall, long peak) {
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
      while (bash.isAlive()) {
        peak = Math.max(peak, bash.descendants().mapToLong(Cost::peak).max().orElse(0));
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
      return new Cost(cpu, Double.parseDouble(seconds[2]), peak);
    } finally {
      Files.delete(said);
      Files.delete(times);
    }
  }

  private static long peak(ProcessHandle process) {
    try {
      return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
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
        (long) median(costs, cost -> cost.peak));
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
    return String.format(Locale.ROOT, "%.2f | %.2f | %d MiB", cpu, wall, peak >> 20);
  }
}
