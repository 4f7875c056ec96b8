package dmarcreports.analysis.explain;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.action.PossibleChanges;
import dmarcreports.analysis.alignment.Cause;
import dmarcreports.analysis.alignment.CausePhrase;
import dmarcreports.analysis.alignment.Facts;
import dmarcreports.analysis.alignment.Leg;
import dmarcreports.analysis.alignment.Order;
import dmarcreports.analysis.change.Done;
import dmarcreports.analysis.change.Effect;
import dmarcreports.analysis.change.GroupKnowledge;
import dmarcreports.analysis.change.Recommendation;
import dmarcreports.analysis.change.WhatIf;
import dmarcreports.analysis.result.StreamFindings;
import dmarcreports.analysis.stream.Circumstances;
import dmarcreports.analysis.stream.Diagnosed;
import dmarcreports.analysis.stream.DomainMail;
import dmarcreports.analysis.stream.MailStream;
import dmarcreports.analysis.stream.StreamClass;
import dmarcreports.analysis.sums.Cell;
import dmarcreports.analysis.sums.ReporterTrust;
import dmarcreports.analysis.sums.RunningTally;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.report.SourceIp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Tells how the findings about some messages of a domain came about. */
public final class Explainer {
  private static final Comparator<Explained.Share> BY_MESSAGES =
      Comparator.comparingLong((Explained.Share s) -> -s.messages())
          .thenComparing(s -> s.source().map(SourceIp::text).orElse(""));

  private final GroupKnowledge knowledge;
  private final ReporterTrust reporters;
  private final WhatIf whatIf;

  public Explainer(DomainMail mail, ReporterTrust reporters) {
    this.knowledge = mail.knowledge();
    this.reporters = reporters;
    this.whatIf = new WhatIf(mail.knowledge());
  }

  /** That part of a stream which those messages are. */
  public Explained.Stream stream(Diagnosed diagnosed, List<Cell> cells, StreamFindings part) {
    MailStream stream = diagnosed.stream();
    return new Explained.Stream(
        part,
        RunningTally.of(stream.cells()),
        stream.cells().stream().map(Cell::source).distinct().count(),
        Circumstances.of(stream),
        Arrays.stream(StreamClass.values())
            .limit(diagnosed.streamClass().ordinal())
            .map(row -> new Explained.Row(row, row.unmet(stream)))
            .toList(),
        evidences(diagnosed, cells));
  }

  /** The actions that are advised for any of those messages, or would repair some. */
  public List<Explained.ToDo> actions(List<Action> ranked, Map<Cell, Diagnosed> failing) {
    return new ConcernedActions(ranked).by(failing, whatIf);
  }

  private List<Explained.Evidence> evidences(Diagnosed diagnosed, List<Cell> cells) {
    Map<Alike, List<Cell>> alike = new LinkedHashMap<>();
    for (Cell cell : cells) {
      Alike key = new Alike(cell.facts(), knowledge.dkimCause(cell), changes(diagnosed, cell));
      alike.computeIfAbsent(key, k -> new ArrayList<>()).add(cell);
    }
    return alike.entrySet().stream()
        .sorted(
            Comparator.comparingLong((Map.Entry<Alike, List<Cell>> e) -> -messages(e.getValue()))
                .thenComparing(Map.Entry.comparingByKey()))
        .map(e -> evidence(e.getKey(), e.getValue()))
        .toList();
  }

  private Explained.Evidence evidence(Alike alike, List<Cell> cells) {
    Facts facts = alike.facts();
    SortedSet<String> names = new TreeSet<>();
    for (Cell cell : cells) {
      cell.reporters().stream().forEach(reporter -> names.add(reporters.name(reporter)));
    }
    return new Explained.Evidence(
        facts.authorDomain(),
        facts.verdict(),
        facts.policy(),
        facts.disposition(),
        facts.overridden(),
        facts.forwarded(),
        facts.nullSender(),
        facts.brokenKeys(),
        cells.stream().anyMatch(Cell::trusted),
        messages(cells),
        cells.stream()
            .map(c -> new Explained.Share(c.source(), c.messages()))
            .sorted(BY_MESSAGES)
            .toList(),
        Cell.days(cells).stream().mapToObj(LocalDate::ofEpochDay).toList(),
        List.copyOf(names),
        side(facts.spf(), facts.spfCause()),
        side(facts.dkim(), alike.dkimCause()),
        alike.changes());
  }

  private static Explained.Side side(Leg leg, Cause cause) {
    return new Explained.Side(
        leg.mode(),
        leg.word(),
        leg.identities().stream()
            .map(
                i ->
                    new Explained.Check(
                        i.domain(),
                        i.outcome().word(),
                        i.relation(),
                        i.passes() && i.relation().aligns(leg.mode())))
            .toList(),
        cause,
        CausePhrase.of(leg.mechanism(), cause));
  }

  private List<Explained.Change> changes(Diagnosed diagnosed, Cell cell) {
    if (!cell.isFailing()) {
      return List.of();
    }
    return PossibleChanges.of(cell).stream()
        .map(changes -> change(diagnosed, cell, changes))
        .sorted(Comparator.comparing(Explained.Change::gain).reversed())
        .toList();
  }

  private Explained.Change change(Diagnosed diagnosed, Cell cell, List<Recommendation> changes) {
    Effect effect = whatIf.effect(cell, Done.all(new LinkedHashSet<>(changes)));
    return new Explained.Change(changes, diagnosed.recommendations().containsAll(changes), effect);
  }

  private static long messages(Collection<Cell> cells) {
    return cells.stream().mapToLong(Cell::messages).reduce(0, Tally::sum);
  }

  /** What makes messages one evidence here. */
  private record Alike(Facts facts, Cause dkimCause, List<Explained.Change> changes)
      implements Comparable<Alike> {
    private static final Comparator<Explained.Change> BY_CHANGE =
        Comparator.comparing(Explained.Change::changes, Order.itemByItem(Order.byName()))
            .thenComparing(Explained.Change::advised)
            .thenComparing(Explained.Change::effect, Order.byName());

    private static final Comparator<Alike> ORDER =
        Comparator.comparing(Alike::facts)
            .thenComparing(Alike::dkimCause, Order.byName())
            .thenComparing(Alike::changes, Order.itemByItem(BY_CHANGE));

    @Override
    public int compareTo(Alike other) {
      return ORDER.compare(this, other);
    }
  }
}
