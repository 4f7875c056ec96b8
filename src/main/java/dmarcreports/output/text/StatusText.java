package dmarcreports.output.text;

import dmarcreports.output.plain.Counted;
import dmarcreports.output.plain.Inert;
import dmarcreports.report.DomainName;
import dmarcreports.stored.Holdings;
import dmarcreports.stored.Reporter;
import dmarcreports.stored.Run;
import dmarcreports.stored.RunSums;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** What a database holds, for a person. */
public final class StatusText {
  private static final int MOST_NAMED = 10;

  private final OutputStream to;

  private StatusText(OutputStream to) {
    this.to = to;
  }

  public static void write(Holdings holdings, OutputStream to) throws IOException {
    new StatusText(to).write(holdings);
  }

  private void write(Holdings holdings) throws IOException {
    String size =
        holdings.bytes().isPresent() ? ", " + holdings.bytes().getAsLong() + " bytes" : "";
    line("database", holdings.database() + size);
    line("schema", holdings.schema() + ", " + holdings.engine());
    String conflicts =
        holdings.conflicts() > 0 ? " (and " + holdings.conflicts() + " in conflict)" : "";
    line(
        "reports",
        holdings.reports()
            + conflicts
            + ", "
            + Counted.of(holdings.records(), "record")
            + ", "
            + Counted.of(holdings.messages(), "message"));
    line("days", holdings.days().map(StatusText::days).orElse("none"));
    line("domains", named(holdings.domains().stream().map(DomainName::text).toList()));
    line("reporters", named(holdings.reporters().stream().map(StatusText::reporter).toList()));
    String list = holdings.discards() > 0 ? ", listed by discards" : "";
    line("discarded", holdings.discards() + list);
    for (Run run : holdings.runs()) {
      line("run", run(run));
    }
  }

  private static String days(Holdings.Days days) {
    return days.first().equals(days.last())
        ? days.first().toString()
        : days.first() + " to " + days.last();
  }

  private static String reporter(Reporter reporter) {
    return reporter.name() + " (" + reporter.lastSeen() + ")";
  }

  private static String named(List<String> names) {
    String some = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    return names.size()
        + (names.isEmpty() ? "" : ": " + some)
        + (names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : "");
  }

  private static String run(Run run) {
    String end = run.ended().map(ended -> " to " + ended).orElse(": unfinished");
    return run.started() + end + run.sums().map(StatusText::sums).orElse("");
  }

  private static String sums(RunSums sums) {
    return ": "
        + Counted.of(sums.inputs(), "input")
        + ", "
        + sums.stored()
        + " stored, "
        + Counted.of(sums.duplicates(), "duplicate")
        + ", "
        + Counted.of(sums.conflicts(), "conflict")
        + ", "
        + sums.discarded()
        + " discarded; "
        + Counted.of(sums.records(), "record")
        + ", "
        + Counted.of(sums.messages(), "message");
  }

  private void line(String label, String text) throws IOException {
    String padded = label + " ".repeat(11 - label.length());
    to.write((padded + Inert.line(text) + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
