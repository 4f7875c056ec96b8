package dmarcreports.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * Measures the real jar in fresh processes beside the {@link Reference} over the same bytes, and
 * prints a table. With {@code short} it fails where a ratio has become clearly worse than the one
 * recorded.
 */
final class WholeProcess {
  /** How many times the recorded ratio is clearly worse. */
  private static final double WORSE = 1.6;

  private static final int SHORT_RUNS = 3;

  /** What else runs on the machine may have hindered the first. */
  private static final int MOST_RUNS = 9;

  private WholeProcess() {}

  /** Runs the rows chosen by the first argument, each as often as the second says. */
  public static void main(String... args) throws IOException, InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (args[0].equals("imap")) {
      new MailServer(out).run(100_000, Integer.parseInt(args[1]));
      return;
    }
    if (args[0].equals("many")) {
      new LargeBucket(out).run(10_000, 100_000, 1_000_000);
      new MailServer(out).many(10_000, 100_000, 1_000_000);
      return;
    }
    boolean isShort = args[0].equals("short");
    int runs = isShort ? SHORT_RUNS : Integer.parseInt(args[1]);
    Properties recorded = recorded();
    Bench bench = new Bench();
    List<String> worse = new ArrayList<>();
    out.println(heading(runs, isShort));
    for (Scenario scenario : Scenario.chosen(args[0])) {
      double enough =
          isShort ? WORSE * Double.parseDouble(recorded.getProperty(scenario.key())) : 0;
      List<Cost> costs = new ArrayList<>();
      List<Cost> references = new ArrayList<>();
      Cost cost;
      Cost reference;
      try {
        do {
          costs.add(bench.run(scenario));
          references.add(bench.reference(scenario));
          cost = isShort ? Cost.least(costs) : Cost.median(costs);
          reference = isShort ? Cost.least(references) : Cost.median(references);
        } while (costs.size() < runs
            || isShort && costs.size() < MOST_RUNS && cost.cpu() > enough * reference.cpu());
      } catch (IOException failed) {
        out.println("| " + scenario.name() + " | failed |");
        worse.add(failed.getMessage());
        continue;
      }
      out.println(row(scenario, cost, reference, bench.bytesPerRecord(scenario)));
      if (isShort && cost.cpu() > enough * reference.cpu()) {
        worse.add(
            scenario.key()
                + ": "
                + number(cost.cpu() / reference.cpu())
                + " times the reference, more than "
                + WORSE
                + " times what ratios.properties records");
      }
    }
    if (!worse.isEmpty()) {
      out.println("Failed, or clearly slower than recorded:");
      worse.forEach(out::println);
      System.exit(1);
    }
  }

  private static Properties recorded() throws IOException {
    Properties recorded = new Properties();
    try (InputStream in = WholeProcess.class.getResourceAsStream("ratios.properties")) {
      recorded.load(in);
    }
    return recorded;
  }

  private static String heading(int runs, boolean isShort) {
    return (isShort ? "Best of " : "Median of ")
        + runs
        + ", "
        + Runtime.getRuntime().availableProcessors()
        + " cores, "
        + System.getProperty("java.vm.name")
        + " "
        + System.getProperty("java.vm.version")
        + "\n\n| | target CPU-s | CPU-s | wall s | peak memory | written | bytes a record |"
        + " reference CPU-s | ratio |\n|---|---|---|---|---|---|---|---|---|";
  }

  private static String row(Scenario scenario, Cost cost, Cost reference, long bytes) {
    return "| "
        + scenario.name()
        + " | "
        + (scenario.target() > 0 ? "≤ " + scenario.target() : "")
        + " | "
        + cost
        + " | "
        + (bytes > 0 ? bytes : "")
        + " | "
        + number(reference.cpu())
        + " | "
        + number(cost.cpu() / reference.cpu())
        + " |";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
