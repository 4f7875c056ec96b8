package dmarcreports.stored;

import dmarcreports.report.AggregateReport;
import dmarcreports.report.Deviation;
import dmarcreports.report.ReportFormat;
import java.util.List;

/**
 * A report as it was stored.
 *
 * @param input where it came from, with the way inside it
 */
public record StoredReport(
    AggregateReport report, ReportFormat format, List<Deviation> deviations, String input) {
  /** Keeps its own copy of the list. */
  public StoredReport {
    deviations = List.copyOf(deviations);
  }
}
