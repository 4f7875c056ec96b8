package dmarcreports.analysis;

import dmarcreports.report.Observation;
import dmarcreports.report.SourceIp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The sums of one policy domain: by facts and source, and by day. */
final class DomainSums {
  private final Map<Facts, Map<Optional<SourceIp>, Sum>> sums = new IdentityHashMap<>();
  private final Map<LocalDate, Tally> days = new TreeMap<>();

  /** What to do with each sum. */
  interface Visitor {
    void visit(Facts facts, Optional<SourceIp> source, Sum sum);
  }

  /** Adds messages; the same facts must be the same object. */
  void add(Facts facts, Observation observation) {
    sums.computeIfAbsent(facts, f -> new HashMap<>())
        .computeIfAbsent(observation.sourceIp(), s -> new Sum(observation.day()))
        .add(observation, facts.dkimCause() == Cause.OWN_TEMPERROR);
    days.merge(observation.day(), facts.tally(observation.messages()), Tally::plus);
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
    private LocalDate first;
    private LocalDate last;
    private Set<LocalDate> days = Set.of();

    private Sum(LocalDate day) {
      this.first = day;
      this.last = day;
    }

    private void add(Observation observation, boolean daysMatter) {
      LocalDate day = observation.day();
      messages = Tally.sum(messages, observation.messages());
      first = day.isBefore(first) ? day : first;
      last = day.isAfter(last) ? day : last;
      if (daysMatter) {
        days = days.isEmpty() ? new TreeSet<>() : days;
        days.add(day);
      }
    }

    long messages() {
      return messages;
    }

    LocalDate first() {
      return first;
    }

    LocalDate last() {
      return last;
    }

    Set<LocalDate> days() {
      return days;
    }
  }
}
