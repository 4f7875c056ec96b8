package dmarcreports.analysis;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.action.Actions;
import dmarcreports.analysis.action.Readiness;
import dmarcreports.analysis.alignment.PublicSuffixList;
import dmarcreports.analysis.change.Recommendation;
import dmarcreports.analysis.explain.Explained;
import dmarcreports.analysis.explain.Explainer;
import dmarcreports.analysis.remedy.PolicyReadiness;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.result.SourceFindings;
import dmarcreports.analysis.result.StreamFindings;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.analysis.stream.Belonging;
import dmarcreports.analysis.stream.Diagnosed;
import dmarcreports.analysis.stream.DomainMail;
import dmarcreports.analysis.stream.MailStream;
import dmarcreports.analysis.stream.StreamKey;
import dmarcreports.analysis.sums.Cell;
import dmarcreports.analysis.sums.DayTally;
import dmarcreports.analysis.sums.MadeOnDemand;
import dmarcreports.analysis.sums.ReporterTrust;
import dmarcreports.analysis.sums.RunningTally;
import dmarcreports.analysis.sums.SortedInts;
import dmarcreports.analysis.sums.Source;
import dmarcreports.analysis.sums.Tally;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Puts the messages of one policy domain together: by stream, and by source. */
final class Findings {
  /** Of a stream of a million addresses, those that send most show how it came about. */
  private static final int MOST_EXPLAINED = 1_000;

  private final DomainMail mail;
  private final ReporterTrust reporters;
  private final StreamKeys keys;
  private final Map<StreamKey, Diagnosed> streams = new IdentityHashMap<>();

  Findings(DomainMail mail, ReporterTrust reporters, PublicSuffixList suffixes) {
    this.mail = mail;
    this.reporters = reporters;
    keys = new StreamKeys(mail, suffixes);
    Map<List<Saying>, List<Saying>> explanations = new HashMap<>();
    keys.byStream(mail.cells())
        .forEach(
            (key, members) -> {
              MailStream stream = MailStream.of(key, members, mail.knowledge());
              streams.put(key, Diagnosed.of(stream, mail, explanations));
            });
  }

  /** Each of the cells with the stream that it belongs to. */
  Map<Cell, Diagnosed> diagnosed() {
    Map<Cell, Diagnosed> diagnosed = new IdentityHashMap<>();
    for (Diagnosed stream : streams.values()) {
      stream.stream().cells().forEach(cell -> diagnosed.put(cell, stream));
    }
    return diagnosed;
  }

  /**
   * What is found of all of them.
   *
   * @param ranked the streams, most failing messages first
   */
  DomainFindings domainFindings(List<Diagnosed> ranked, List<DayTally> days) {
    Readiness readiness = readiness();
    PolicyReadiness whole = readiness.whole();
    List<PolicyReadiness> byTag = readiness.byTag(whole);
    return new DomainFindings(
        mail.domain(),
        mail.tally(),
        first(mail.cells()),
        last(mail.cells()),
        whole.readyFor(),
        whole.blockedBy(),
        LocalDate.ofEpochDay(mail.today()),
        byTag,
        mail.isSilent(),
        Strictness.of(mail),
        believedOurs(),
        Actions.of(streams.values(), mail, byTag),
        new MadeOnDemand<>(ranked, d -> streamFindings(new Part(d, d.stream().cells()))),
        new Sources(mail.cells(), this::sourceFindings),
        days);
  }

  /** The streams, most failing messages first. */
  List<Diagnosed> ranked() {
    return streams.values().stream()
        .map(d -> new Part(d, d.stream().cells()))
        .sorted()
        .map(Part::diagnosed)
        .toList();
  }

  /** How each of the streams came about; of the largest, by what it has most of. */
  List<Explained.Stream> explained(List<Diagnosed> ranked) {
    Explainer explainer = new Explainer(mail, reporters);
    return new MadeOnDemand<>(
        ranked,
        d -> {
          List<Cell> cells = largest(d.stream().cells());
          return explainer.stream(d, cells, streamFindings(new Part(d, cells)));
        });
  }

  private static List<Cell> largest(List<Cell> cells) {
    return cells.size() <= MOST_EXPLAINED
        ? cells
        : cells.stream()
            .sorted(Comparator.comparingLong((Cell cell) -> -cell.messages()))
            .limit(MOST_EXPLAINED)
            .toList();
  }

  /** How the findings about some of the messages came about; empty where there are none. */
  Optional<Explained.Domain> explained(Predicate<Cell> wanted) {
    Explainer explainer = new Explainer(mail, reporters);
    List<Part> parts =
        streams.values().stream()
            .map(d -> new Part(d, d.stream().cells().stream().filter(wanted).toList()))
            .filter(part -> !part.cells().isEmpty())
            .sorted()
            .toList();
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    Map<Cell, Diagnosed> failing = new IdentityHashMap<>();
    for (Part part : parts) {
      part.cells().stream()
          .filter(Cell::isFailing)
          .forEach(cell -> failing.put(cell, part.diagnosed()));
    }
    return Optional.of(
        new Explained.Domain(
            mail.domain(),
            mail.policy(),
            parts.stream().map(Part::tally).reduce(Tally.EMPTY, Tally::plus),
            parts.stream()
                .map(p -> explainer.stream(p.diagnosed(), p.cells(), streamFindings(p)))
                .toList(),
            explainer.actions(actions(), failing)));
  }

  private List<Action> actions() {
    Readiness readiness = readiness();
    return Actions.of(streams.values(), mail, readiness.byTag(readiness.whole()));
  }

  private Readiness readiness() {
    return new Readiness(streams.values(), mail.policy(), mail.shortages(reporters));
  }

  private Tally believedOurs() {
    return streams.values().stream()
        .filter(d -> d.belonging() == Belonging.OURS)
        .map(d -> RunningTally.of(d.stream().cells()))
        .reduce(Tally.EMPTY, Tally::plus);
  }

  private SourceFindings sourceFindings(List<Cell> all) {
    List<Part> parts =
        keys.byStream(all).entrySet().stream()
            .map(e -> new Part(Objects.requireNonNull(streams.get(e.getKey())), e.getValue()))
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
    List<Recommendation> recommendations = List.copyOf(merged);
    return new SourceFindings(
        all.get(0).source(),
        RunningTally.of(all),
        first(all),
        last(all),
        headline.diagnosed().diagnosis(headline.cells(), recommendations, all),
        new MadeOnDemand<>(parts, this::streamFindings));
  }

  private StreamFindings streamFindings(Part part) {
    BitSet told = new BitSet();
    for (Cell cell : part.cells()) {
      cell.reporters().addTo(told);
    }
    SortedInts days = Cell.days(part.cells());
    return new StreamFindings(
        part.diagnosed().stream().key().sourceGroup(),
        sources(part.cells()),
        part.tally(),
        LocalDate.ofEpochDay(days.first()),
        LocalDate.ofEpochDay(days.last()),
        names(told),
        days.size(),
        part.diagnosed().diagnosis(part.cells()));
  }

  private List<String> names(BitSet told) {
    List<String> names = new ArrayList<>();
    for (int i = told.nextSetBit(0); i >= 0; i = told.nextSetBit(i + 1)) {
      names.add(reporters.name(i));
    }
    Collections.sort(names);
    return names;
  }

  private static long sources(List<Cell> cells) {
    if (cells.size() == 1) {
      return 1;
    }
    Set<Source> sources = new HashSet<>();
    for (Cell cell : cells) {
      sources.add(cell.from());
    }
    return sources.size();
  }

  private static LocalDate first(Collection<Cell> cells) {
    int first = Integer.MAX_VALUE;
    for (Cell cell : cells) {
      first = Math.min(first, cell.days().first());
    }
    return LocalDate.ofEpochDay(first);
  }

  private static LocalDate last(Collection<Cell> cells) {
    int last = Integer.MIN_VALUE;
    for (Cell cell : cells) {
      last = Math.max(last, cell.days().last());
    }
    return LocalDate.ofEpochDay(last);
  }

  /** Messages of one stream; the headline sorts first. */
  private record Part(Diagnosed diagnosed, List<Cell> cells, Tally tally)
      implements Comparable<Part> {
    private static final Comparator<Part> HEADLINE_FIRST =
        Comparator.comparingLong((Part p) -> p.tally.fail())
            .thenComparingLong(p -> p.tally.messages())
            .reversed()
            .thenComparing(p -> p.diagnosed.stream().key());

    Part(Diagnosed diagnosed, List<Cell> cells) {
      this(diagnosed, cells, RunningTally.of(cells));
    }

    @Override
    public int compareTo(Part other) {
      return HEADLINE_FIRST.compare(this, other);
    }
  }
}
