package dmarcreports.analysis.sums;

import dmarcreports.analysis.alignment.Facts;
import dmarcreports.analysis.alignment.Order;
import dmarcreports.report.Observation;
import dmarcreports.report.PolicyPublished;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The sums of one policy domain: by facts and source, and by day. */
public final class DomainSums {
  private static final Comparator<PolicyPublished> ANY_POLICY =
      Comparator.comparing(PolicyPublished::domain)
          .thenComparing(PolicyPublished::p, Order.absentFirst(Order.byName()))
          .thenComparing(PolicyPublished::sp, Order.absentFirst(Order.byName()))
          .thenComparing(PolicyPublished::np, Order.absentFirst(Order.byName()))
          .thenComparing(PolicyPublished::adkim, Order.absentFirst(Order.byName()))
          .thenComparing(PolicyPublished::aspf, Order.absentFirst(Order.byName()))
          .thenComparing(PolicyPublished::pct, Order.absentFirst(Comparator.naturalOrder()))
          .thenComparing(PolicyPublished::fo, Order.absentFirst(Comparator.naturalOrder()))
          .thenComparing(PolicyPublished::testing, Order.absentFirst(Comparator.naturalOrder()))
          .thenComparing(PolicyPublished::discoveryMethod, Order.absentFirst(Order.byName()));

  private final List<OfFacts> sums = new ArrayList<>();

  /** Most sums are of one day and one reporter. */
  private final Map<Integer, SortedInts> singles = new HashMap<>();

  private final Map<Integer, Day> days = new TreeMap<>();
  private Day lastDay = new Day(Integer.MIN_VALUE);

  /** What to do with the sums of the same facts. */
  interface Visitor {
    void visit(Facts facts, Map<Source, Sum> bySource);
  }

  /** The place for the sums of those facts. */
  public OfFacts of(Facts facts) {
    OfFacts place = new OfFacts(facts);
    sums.add(place);
    return place;
  }

  /** Adds messages from a source. */
  public void add(OfFacts place, Source source, Observation observation, int reporter) {
    int number = (int) observation.day().toEpochDay();
    if (number != lastDay.number) {
      lastDay = days.computeIfAbsent(number, Day::new);
    }
    lastDay.add(observation.evidence().policy());
    lastDay.tally.add(place.facts, observation.messages());
    Sum sum = place.bySource.get(source);
    if (sum == null) {
      place.bySource.put(source, new Sum(observation.messages(), single(number), single(reporter)));
    } else {
      sum.add(observation.messages(), number, reporter);
    }
  }

  private SortedInts single(int number) {
    return singles.computeIfAbsent(number, first -> new SortedInts(first));
  }

  /** The policy of the newest day up to that one; of several any, but always the same. */
  public PolicyPublished policy(int newest) {
    Day found = days.values().iterator().next();
    for (Day day : days.values()) {
      found = day.number <= newest ? day : found;
    }
    return found.policies.stream().min(ANY_POLICY).orElseThrow();
  }

  /** Hands out all sums and keeps none: what is made of them takes their place. */
  void drain(Visitor visitor) {
    for (OfFacts place : sums) {
      visitor.visit(place.facts, place.bySource);
      place.bySource = new HashMap<>();
    }
    sums.clear();
  }

  public List<DayTally> days() {
    return days.values().stream()
        .map(day -> new DayTally(LocalDate.ofEpochDay(day.number), day.tally.tally()))
        .toList();
  }

  /** The sums of messages with the same facts. */
  public static final class OfFacts {
    private final Facts facts;
    private Map<Source, Sum> bySource = new HashMap<>();

    private OfFacts(Facts facts) {
      this.facts = facts;
    }
  }

  /** What one day brought. */
  private static final class Day {
    private final int number;
    private final RunningTally tally = new RunningTally();
    private final Set<PolicyPublished> policies = new HashSet<>();
    private @Nullable PolicyPublished lastPolicy;

    private Day(int number) {
      this.number = number;
    }

    /** Records of one report come one after another. */
    private void add(PolicyPublished policy) {
      if (policy != lastPolicy) {
        lastPolicy = policy;
        policies.add(policy);
      }
    }
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
