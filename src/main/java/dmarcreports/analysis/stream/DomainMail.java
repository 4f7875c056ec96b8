package dmarcreports.analysis.stream;

import dmarcreports.analysis.change.GroupKnowledge;
import dmarcreports.analysis.sums.Cell;
import dmarcreports.analysis.sums.ReporterTrust;
import dmarcreports.analysis.sums.RunningTally;
import dmarcreports.analysis.sums.SendingDays;
import dmarcreports.analysis.sums.Shortage;
import dmarcreports.analysis.sums.SortedInts;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.dns.Snapshot;
import dmarcreports.report.DomainName;
import dmarcreports.report.PolicyPublished;
import java.util.BitSet;
import java.util.List;

/**
 * All messages of one policy domain, and what they have in common.
 *
 * @param cells never empty
 * @param policy the newest that is reported
 * @param days the stored days, since 1970
 * @param today the newest stored day that does not lie in the future
 * @param sendingDays by source group, the days on which it sent
 * @param parking whether it seems to send nothing
 * @param dns what DNS has shown
 */
public record DomainMail(
    DomainName domain,
    List<Cell> cells,
    GroupKnowledge knowledge,
    PolicyPublished policy,
    Tally tally,
    SortedInts days,
    int today,
    SendingDays sendingDays,
    Parking parking,
    Snapshot dns) {

  /** The messages, seen on a day after which none counts as the newest. */
  public static DomainMail of(
      DomainName domain, List<Cell> cells, PolicyPublished policy, int newest, Snapshot dns) {
    SortedInts days = Cell.days(cells);
    int last = days.stream().filter(d -> d <= newest).max().orElse(days.last());
    return new DomainMail(
        domain,
        cells,
        new GroupKnowledge(cells),
        policy,
        RunningTally.of(cells),
        days,
        last,
        SendingDays.in(cells),
        Parking.of(cells, policy),
        dns);
  }

  /** The same, where it is not all that the domain sends: whether it sends nothing is not asked. */
  public DomainMail alone() {
    return new DomainMail(
        domain, cells, knowledge, policy, tally, days, today, sendingDays, Parking.NO, dns);
  }

  /** Whether nothing of it is proven to be mail of the domain. */
  public boolean isSilent() {
    return parking != Parking.NO;
  }

  /** What is too little to judge a policy by. */
  public List<Shortage> shortages(ReporterTrust reporters) {
    BitSet told = new BitSet();
    for (Cell cell : cells) {
      cell.reporters().addTo(told);
    }
    long truthful = told.stream().filter(reporters::isTruthful).count();
    return Shortage.of(days.size(), truthful, tally.pass());
  }
}
