package dmarcreports.analysis;

import dmarcreports.report.DomainName;
import dmarcreports.report.SourceIp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Puts the messages of one policy domain together: by stream, and by source. */
final class Findings {
  private static final Comparator<SourceFindings> BY_FAILURES =
      Comparator.comparingLong((SourceFindings s) -> s.tally().fail())
          .thenComparingLong(s -> s.tally().messages())
          .reversed()
          .thenComparing(s -> s.sourceIp().isEmpty())
          .thenComparing(
              SourceFindings::sourceIp,
              Comparator.comparing(
                  s -> s.orElse(null), Comparator.nullsLast(Comparator.naturalOrder())));

  private final DomainName domain;
  private final List<Cell> cells;
  private final List<DayTally> days;
  private final Map<StreamKey, Diagnosed> streams = new HashMap<>();
  private final Map<Optional<SourceIp>, Map<StreamKey, List<Cell>>> sources = new HashMap<>();

  private Findings(
      DomainName domain, List<Cell> cells, List<DayTally> days, PublicSuffixList suffixes) {
    this.domain = domain;
    this.cells = cells;
    this.days = days;
    GroupKnowledge knowledge = new GroupKnowledge(cells);
    Map<StreamKey, List<Cell>> byStream = new TreeMap<>();
    for (Cell cell : cells) {
      StreamKey key = StreamKey.of(cell, knowledge, suffixes);
      byStream.computeIfAbsent(key, k -> new ArrayList<>()).add(cell);
      sources
          .computeIfAbsent(cell.source(), s -> new HashMap<>())
          .computeIfAbsent(key, k -> new ArrayList<>())
          .add(cell);
    }
    byStream.forEach(
        (key, members) -> streams.put(key, Diagnosed.of(MailStream.of(key, members, knowledge))));
  }

  static DomainFindings of(
      DomainName domain, List<Cell> cells, List<DayTally> days, PublicSuffixList suffixes) {
    return new Findings(domain, cells, days, suffixes).domainFindings();
  }

  /** Each of the cells with the stream that it belongs to. */
  static Map<Cell, Diagnosed> diagnosed(
      DomainName domain, List<Cell> cells, PublicSuffixList suffixes) {
    Findings findings = new Findings(domain, cells, List.of(), suffixes);
    Map<Cell, Diagnosed> diagnosed = new IdentityHashMap<>();
    for (Diagnosed stream : findings.streams.values()) {
      stream.stream().cells().forEach(cell -> diagnosed.put(cell, stream));
    }
    return diagnosed;
  }

  private DomainFindings domainFindings() {
    Readiness readiness = Readiness.of(List.copyOf(streams.values()));
    return new DomainFindings(
        domain,
        tally(cells),
        first(cells),
        last(cells),
        readiness.policy(),
        readiness.blockedBy(),
        List.of(),
        streams.values().stream()
            .map(d -> new Part(d, d.stream().cells()))
            .sorted()
            .map(Part::findings)
            .toList(),
        sources.entrySet().stream()
            .map(e -> sourceFindings(e.getKey(), e.getValue()))
            .sorted(BY_FAILURES)
            .toList(),
        days);
  }

  private SourceFindings sourceFindings(
      Optional<SourceIp> source, Map<StreamKey, List<Cell>> byStream) {
    List<Part> parts =
        byStream.entrySet().stream()
            .map(e -> new Part(streams.get(e.getKey()), e.getValue()))
            .sorted()
            .toList();
    Part headline = parts.get(0);
    Set<Recommendation> merged = new LinkedHashSet<>(headline.diagnosed().recommendations());
    parts.stream()
        .filter(p -> p.tally().fail() > 0)
        .forEach(p -> merged.addAll(p.diagnosed().recommendations()));
    if (merged.size() > 1) {
      merged.remove(Recommendation.NONE);
    }
    List<Cell> all = byStream.values().stream().flatMap(List::stream).toList();
    List<Recommendation> recommendations = List.copyOf(merged);
    return new SourceFindings(
        source,
        tally(all),
        first(all),
        last(all),
        headline
            .diagnosed()
            .diagnosis(headline.cells(), recommendations, Repair.of(all, recommendations)),
        parts.stream().map(Part::findings).toList());
  }

  private static Tally tally(Collection<Cell> cells) {
    return cells.stream().map(Cell::tally).reduce(Tally.EMPTY, Tally::plus);
  }

  private static LocalDate first(Collection<Cell> cells) {
    return cells.stream().map(Cell::first).min(Comparator.naturalOrder()).orElseThrow();
  }

  private static LocalDate last(Collection<Cell> cells) {
    return cells.stream().map(Cell::last).max(Comparator.naturalOrder()).orElseThrow();
  }

  /** Messages of one stream; the headline sorts first. */
  private record Part(Diagnosed diagnosed, List<Cell> cells, Tally tally)
      implements Comparable<Part> {
    Part(Diagnosed diagnosed, List<Cell> cells) {
      this(diagnosed, cells, Findings.tally(cells));
    }

    @Override
    public int compareTo(Part other) {
      return Comparator.comparingLong((Part p) -> p.tally.fail())
          .thenComparingLong(p -> p.tally.messages())
          .reversed()
          .thenComparing(p -> p.diagnosed.stream().key())
          .compare(this, other);
    }

    StreamFindings findings() {
      return new StreamFindings(
          diagnosed.stream().key().sourceGroup(),
          cells.stream().map(Cell::source).distinct().count(),
          tally,
          first(cells),
          last(cells),
          diagnosed.diagnosis(cells));
    }
  }
}
