package dmarcreports.output.page;

import dmarcreports.analysis.sums.Tally;
import dmarcreports.stored.Announcement;
import dmarcreports.stored.Arrivals;
import dmarcreports.stored.ReporterDays;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a digest is made of.
 *
 * @param findings as they are now
 * @param arrivals what came since the last digest
 * @param arrived how the messages in it fared
 * @param reporters all that ever reported
 * @param today the newest day stored; empty where nothing is
 * @param told what digests have told before
 */
public record Night(
    Findings findings,
    Arrivals arrivals,
    Tally arrived,
    List<ReporterDays> reporters,
    Optional<LocalDate> today,
    Set<Announcement> told) {

  /** Keeps its own copies. */
  public Night {
    reporters = List.copyOf(reporters);
    told = Set.copyOf(told);
  }
}
