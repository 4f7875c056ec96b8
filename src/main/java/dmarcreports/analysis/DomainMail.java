package dmarcreports.analysis;

import dmarcreports.report.DomainName;
import dmarcreports.report.PolicyPublished;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All messages of one policy domain, and what they have in common.
 *
 * @param cells never empty
 * @param policy the newest that is reported
 * @param days the stored days, since 1970
 * @param today the newest stored day that does not lie in the future
 * @param sendingDays by source group, the days on which it sent
 */
record DomainMail(
    DomainName domain,
    List<Cell> cells,
    GroupKnowledge knowledge,
    PolicyPublished policy,
    Tally tally,
    SortedInts days,
    int today,
    Map<String, SortedInts> sendingDays) {

  /** The messages, seen on a day after which none counts as the newest. */
  static DomainMail of(DomainName domain, List<Cell> cells, PolicyPublished policy, int newest) {
    Map<String, SortedInts> sending = new HashMap<>();
    SortedInts days = null;
    for (Cell cell : cells) {
      days = SortedInts.union(days, cell.days());
    }
    CellKind.each(
        cells,
        alike -> {
          String group = alike.get(0).sourceGroup();
          SortedInts sent = sending.get(group);
          for (Cell cell : alike) {
            sent = SortedInts.union(sent, cell.days());
          }
          sending.put(group, sent);
        });
    int last = days.stream().filter(d -> d <= newest).max().orElse(days.last());
    return new DomainMail(
        domain,
        cells,
        new GroupKnowledge(cells),
        policy,
        RunningTally.of(cells),
        days,
        last,
        sending);
  }

  /** What is too little to judge a policy by. */
  List<Shortage> shortages(ReporterTrust reporters) {
    BitSet told = new BitSet();
    for (Cell cell : cells) {
      cell.reporters().stream().forEach(told::set);
    }
    long reliable = told.stream().filter(reporters::isReliable).count();
    return Shortage.of(days.size(), reliable, tally.pass());
  }

  /** The days on which any of those groups sent. */
  SortedInts sending(List<String> groups) {
    SortedInts days = null;
    for (String group : groups) {
      days = SortedInts.union(days, sendingDays.get(group));
    }
    return days;
  }
}
