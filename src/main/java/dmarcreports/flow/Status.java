package dmarcreports.flow;

import dmarcreports.store.ReportReader;
import dmarcreports.store.Verification;
import dmarcreports.stored.Discarded;
import dmarcreports.stored.Holdings;
import dmarcreports.stored.Provenance;
import java.util.List;

/** Database in, what it tells of itself out. */
public final class Status {
  private Status() {}

  /**
   * What it holds.
   *
   * @param runs how many of the last ones are told of
   */
  public static Holdings holdings(Access access, int runs) {
    try (ReportReader reports = access.read()) {
      return reports.holdings(runs);
    }
  }

  /** Where the reports with an id came from; empty where there are none. */
  public static List<Provenance> provenances(Access access, String reportId) {
    try (ReportReader reports = access.read()) {
      return reports.provenances(reportId);
    }
  }

  /** What was discarded and not read since. */
  public static List<Discarded> discards(Access access) {
    try (ReportReader reports = access.read()) {
      return reports.discards();
    }
  }

  /** What is not as it was stored, one line each; empty where all is. */
  public static List<String> faults(Access access) {
    return Verification.faults(access.database(), access.patience());
  }
}
