package dmarcreports.analysis;

import dmarcreports.report.Observation;
import dmarcreports.report.PolicyPublished;
import dmarcreports.report.SourceIp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The sums of one policy domain: by facts and source, and by day. */
final class DomainSums {
  private final Map<Facts, Map<Optional<SourceIp>, Sum>> sums = new IdentityHashMap<>();
  private final Map<LocalDate, Tally> days = new TreeMap<>();

  private final Map<Integer, PolicyPublished> policies = new TreeMap<>();

  /** What to do with each sum. */
  interface Visitor {
    void visit(Facts facts, Optional<SourceIp> source, Sum sum);
  }

  /** Adds messages; the same facts must be the same object. */
  void add(Facts facts, Observation observation, int reporter) {
    int day = (int) observation.day().toEpochDay();
    Map<Optional<SourceIp>, Sum> bySource = sums.computeIfAbsent(facts, f -> new HashMap<>());
    Sum sum = bySource.get(observation.sourceIp());
    if (sum == null) {
      bySource.put(observation.sourceIp(), new Sum(observation.messages(), day, reporter));
    } else {
      sum.add(observation.messages(), day, reporter);
    }
    policies.merge(day, observation.evidence().policy(), DomainSums::firstInOrder);
    days.merge(observation.day(), facts.tally(observation.messages()), Tally::plus);
  }

  /** The policy of the newest day up to that one. */
  PolicyPublished policy(int newest) {
    PolicyPublished policy = policies.values().iterator().next();
    for (Map.Entry<Integer, PolicyPublished> each : policies.entrySet()) {
      policy = each.getKey() <= newest ? each.getValue() : policy;
    }
    return policy;
  }

  /** Two policies on one day: any of them, but always the same. */
  private static PolicyPublished firstInOrder(PolicyPublished one, PolicyPublished other) {
    return one.equals(other) || one.toString().compareTo(other.toString()) <= 0 ? one : other;
  }

  void forEach(Visitor visitor) {
    sums.forEach(
        (facts, bySource) -> bySource.forEach((source, sum) -> visitor.visit(facts, source, sum)));
  }

  List<DayTally> days() {
    return days.entrySet().stream().map(e -> new DayTally(e.getKey(), e.getValue())).toList();
  }

  /** A running sum. */
  static final class Sum {
    private long messages;
    private final SortedInts days;
    private final SortedInts reporters;

    private Sum(long messages, int day, int reporter) {
      this.messages = messages;
      this.days = new SortedInts(day);
      this.reporters = new SortedInts(reporter);
    }

    private void add(long more, int day, int reporter) {
      messages = Tally.sum(messages, more);
      days.add(day);
      reporters.add(reporter);
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
