package dmarcreports.analysis.sums;

import dmarcreports.analysis.alignment.Facts;
import dmarcreports.analysis.alignment.Leg;
import dmarcreports.analysis.sums.ReporterFindings.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far each reporter's verdicts follow from the checks that it lists. Receivers of good repute
 * contradict themselves in none of their records; who does so in more than a tenth of them cannot
 * be relied on.
 */
public final class ReporterTrust {
  private static final int CONTRADICTING_SHARE = 10;
  private static final int PARTIAL_SHARE = 2;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Account> records = new ArrayList<>();
  private final Map<Integer, Boolean> reliable = new HashMap<>();

  /** The number that stands for that reporter. */
  public int number(String reporter) {
    Integer known = numbers.get(reporter);
    if (known != null) {
      return known;
    }
    numbers.put(reporter, records.size());
    records.add(new Account(reporter));
    return records.size() - 1;
  }

  /** Takes records of reports into account that all have that fault, or none. */
  public void add(int reporter, Optional<Fault> fault, long messages, long records) {
    Account record = this.records.get(reporter);
    reliable.clear();
    record.messages = Tally.sum(record.messages, messages);
    if (fault.isPresent()) {
      int place = fault.get().ordinal();
      record.faulty[place] = Tally.sum(record.faulty[place], messages);
      record.contradictions += fault.get() == Fault.PARTIAL_EVIDENCE ? 0 : records;
    }
  }

  boolean isReliable(int reporter) {
    return reliable.computeIfAbsent(reporter, r -> records.get(r).faults().isEmpty());
  }

  /** Whether its verdicts can be believed, however little it tells of what they rest on. */
  public boolean isTruthful(int reporter) {
    return records.get(reporter).faults().stream().allMatch(f -> f == Fault.PARTIAL_EVIDENCE);
  }

  boolean isReliable(SortedInts reporters) {
    for (int i = 0; i < reporters.size(); i++) {
      if (isReliable(reporters.get(i))) {
        return true;
      }
    }
    return false;
  }

  public String name(int reporter) {
    return records.get(reporter).name;
  }

  public List<ReporterFindings> findings() {
    return records.stream()
        .sorted(Comparator.comparing(r -> r.name))
        .map(r -> new ReporterFindings(r.name, r.contradictions, r.faults()))
        .toList();
  }

  /** What is wrong with a record that says so; empty where nothing is. */
  public static Optional<Fault> fault(Facts facts) {
    Leg spf = facts.spf();
    Leg dkim = facts.dkim();
    boolean words = spf.word().isPresent() || dkim.word().isPresent();
    if (words && !spf.hasIdentity() && !dkim.hasIdentity()) {
      return Optional.of(Fault.PARTIAL_EVIDENCE);
    }
    if (facts.open().isPresent()) {
      return Optional.empty();
    }
    boolean spfContradicts = spf.hasIdentity() && facts.spfCause().isInconsistent();
    boolean dkimContradicts = dkim.hasIdentity() && facts.dkimCause().isInconsistent();
    if (facts.spfCause().isInconsistent()
        && facts.dkimCause().isInconsistent()
        && spf.saysPass() != dkim.saysPass()) {
      return Optional.of(Fault.SWAPS_VERDICTS);
    }
    boolean echoes =
        spfContradicts && spf.saysPass() && !spf.passingForeign().isEmpty()
            || dkimContradicts && dkim.saysPass() && !dkim.passingForeign().isEmpty();
    if (echoes) {
      return Optional.of(Fault.ECHOES_RAW_RESULTS);
    }
    return spfContradicts || dkimContradicts
        ? Optional.of(Fault.CONTRADICTS_ITSELF)
        : Optional.empty();
  }

  /** What one reporter did. */
  private static final class Account {
    private final String name;
    private long messages;
    private long contradictions;
    private final long[] faulty = new long[Fault.values().length];

    private Account(String name) {
      this.name = name;
    }

    private List<Fault> faults() {
      return Arrays.stream(Fault.values())
          .filter(f -> faulty[f.ordinal()] > 0)
          .filter(
              f ->
                  faulty[f.ordinal()]
                      > messages
                          / (f == Fault.PARTIAL_EVIDENCE ? PARTIAL_SHARE : CONTRADICTING_SHARE))
          .toList();
    }
  }
}
