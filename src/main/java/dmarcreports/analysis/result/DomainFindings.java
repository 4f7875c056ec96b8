package dmarcreports.analysis.result;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.remedy.PolicyReadiness;
import dmarcreports.analysis.sums.DayTally;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.analysis.sums.Tightening;
import dmarcreports.report.DomainName;
import dmarcreports.report.Policy;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What came in the name of one policy domain and below it.
 *
 * @param domain the DMARC Policy Domain
 * @param firstSeen the first UTC day
 * @param lastSeen the last UTC day
 * @param readyFor the strictest policy that would have lost no mail believed to be ours; empty
 *     where too little is seen to tell
 * @param blockedBy the source groups in the way of the next step, sorted
 * @param today the newest stored day that does not lie in the future
 * @param readiness by the tags of the record that govern the mail; never empty
 * @param silent whether nothing of it is proven to be mail of the domain: it may send none
 * @param tightenings what stricter alignment would lose, for each mode that is relaxed
 * @param believedOurs the mail that is proven or believed to be ours
 * @param actions what could be done, by effect
 * @param streams most failing messages first
 * @param sources most failing messages first
 * @param days in order of time
 */
public record DomainFindings(
    DomainName domain,
    Tally tally,
    LocalDate firstSeen,
    LocalDate lastSeen,
    Optional<Policy> readyFor,
    List<String> blockedBy,
    LocalDate today,
    List<PolicyReadiness> readiness,
    boolean silent,
    List<Tightening> tightenings,
    Tally believedOurs,
    List<Action> actions,
    List<StreamFindings> streams,
    List<SourceFindings> sources,
    List<DayTally> days) {

  /**
   * Keeps its own copies of the lists, but of streams and sources: those are made when asked for.
   */
  public DomainFindings {
    blockedBy = List.copyOf(blockedBy);
    readiness = List.copyOf(readiness);
    tightenings = List.copyOf(tightenings);
    actions = List.copyOf(actions);
    days = List.copyOf(days);
  }

  /** The sources with failing messages: they come first. */
  public List<SourceFindings> failingSources() {
    int failing = 0;
    int end = sources.size();
    while (failing < end) {
      int middle = (failing + end) >>> 1;
      if (sources.get(middle).tally().fail() > 0) {
        failing = middle + 1;
      } else {
        end = middle;
      }
    }
    return sources.subList(0, failing);
  }
}
