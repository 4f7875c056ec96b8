package dmarcreports.analysis;

import dmarcreports.report.Observation;
import dmarcreports.report.PolicyPublished;
import dmarcreports.report.SourceIp;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The sums of one policy domain: by facts and source, and by day. */
final class DomainSums {
  private final Map<Facts, Map<Optional<SourceIp>, Sum>> sums = new IdentityHashMap<>();

  /** Most sums are of one day and one reporter. */
  private final Map<Integer, SortedInts> singles = new HashMap<>();

  private final Map<LocalDate, Tally> days = new TreeMap<>();
  private final Map<Integer, Set<PolicyPublished>> policies = new TreeMap<>();

  /** What to do with the sums of the same facts. */
  interface Visitor {
    void visit(Facts facts, Map<Optional<SourceIp>, Sum> bySource);
  }

  /** Adds messages from a source; the same facts must be the same object. */
  void add(Facts facts, Optional<SourceIp> source, Observation observation, int reporter) {
    int day = (int) observation.day().toEpochDay();
    Map<Optional<SourceIp>, Sum> bySource = sums.computeIfAbsent(facts, f -> new HashMap<>());
    Sum sum = bySource.get(source);
    if (sum == null) {
      bySource.put(
          source,
          new Sum(
              observation.messages(),
              singles.computeIfAbsent(day, SortedInts::new),
              singles.computeIfAbsent(reporter, SortedInts::new)));
    } else {
      sum.add(observation.messages(), day, reporter);
    }
    policies.computeIfAbsent(day, d -> new HashSet<>()).add(observation.evidence().policy());
    days.merge(observation.day(), facts.tally(observation.messages()), Tally::plus);
  }

  /** The policy of the newest day up to that one; of several any, but always the same. */
  PolicyPublished policy(int newest) {
    Set<PolicyPublished> found = policies.values().iterator().next();
    for (Map.Entry<Integer, Set<PolicyPublished>> each : policies.entrySet()) {
      found = each.getKey() <= newest ? each.getValue() : found;
    }
    return found.stream().min(Comparator.comparing(PolicyPublished::toString)).orElseThrow();
  }

  /** Hands out all sums and keeps none: what is made of them takes their place. */
  void drain(Visitor visitor) {
    Iterator<Map.Entry<Facts, Map<Optional<SourceIp>, Sum>>> rest = sums.entrySet().iterator();
    while (rest.hasNext()) {
      Map.Entry<Facts, Map<Optional<SourceIp>, Sum>> next = rest.next();
      visitor.visit(next.getKey(), next.getValue());
      rest.remove();
    }
  }

  List<DayTally> days() {
    return days.entrySet().stream().map(e -> new DayTally(e.getKey(), e.getValue())).toList();
  }

  /** A running sum. */
  static final class Sum {
    private long messages;
    private SortedInts days;
    private SortedInts reporters;

    private Sum(long messages, SortedInts day, SortedInts reporter) {
      this.messages = messages;
      this.days = day;
      this.reporters = reporter;
    }

    private void add(long more, int day, int reporter) {
      messages = Tally.sum(messages, more);
      days = days.with(day);
      reporters = reporters.with(reporter);
    }

    long messages() {
      return messages;
    }

    /** Days since 1970. */
    SortedInts days() {
      return days;
    }

    /** The numbers of the reporters. */
    SortedInts reporters() {
      return reporters;
    }
  }
}
