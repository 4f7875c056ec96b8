package dmarcreports.output.text;

import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.result.SourceFindings;
import dmarcreports.output.wording.Words;
import dmarcreports.report.SourceIp;
import java.util.List;
import java.util.Locale;

/** Where the failing mail of one domain comes from, address by address. */
final class SourcesText {
  private static final int SOURCES = 20;

  private SourcesText() {}

  /**
   * @param all whether addresses without failing mail are listed as well
   */
  static void write(DomainFindings domain, boolean all, Paragraphs out) {
    List<SourceFindings> listed = all ? domain.sources() : domain.failingSources();
    if (listed.isEmpty()) {
      return;
    }
    List<SourceFindings> shown = listed.stream().limit(SOURCES).toList();
    int width = shown.stream().mapToInt(source -> address(source).length()).max().orElseThrow();
    width = Math.max(width, "address".length());
    out.heading(all ? "Sources" : "Failing sources");
    String row = "  %-" + width + "s %8s %8s  ";
    out.wrapped(
        String.format(Locale.ROOT, row, "address", "messages", "failing"), "", "who, and what");
    for (SourceFindings source : shown) {
      String first =
          String.format(
              Locale.ROOT, row, address(source), source.tally().messages(), source.tally().fail());
      out.wrapped(first, " ".repeat(first.length()), what(source));
    }
    if (listed.size() > SOURCES) {
      out.whole("  ", "and " + (listed.size() - SOURCES) + " more; --format csv lists them all");
    }
  }

  private static String what(SourceFindings source) {
    String sender = source.diagnosis().sender();
    return (sender.isEmpty() ? "" : sender + ": ") + Words.of(source.diagnosis().streamClass());
  }

  private static String address(SourceFindings source) {
    return source.sourceIp().map(SourceIp::text).orElse("(none named)");
  }
}
