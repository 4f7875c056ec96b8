package dmarcreports.analysis.action;

import dmarcreports.analysis.alignment.Verdict;
import dmarcreports.analysis.change.Done;
import dmarcreports.analysis.change.Gain;
import dmarcreports.analysis.change.Recommendation;
import dmarcreports.analysis.change.Target;
import dmarcreports.analysis.change.WhatIf;
import dmarcreports.analysis.change.WhatIf.Bounds;
import dmarcreports.analysis.remedy.PolicyReadiness;
import dmarcreports.analysis.remedy.Situation;
import dmarcreports.analysis.stream.Diagnosed;
import dmarcreports.analysis.stream.DomainMail;
import dmarcreports.analysis.sums.Cell;
import dmarcreports.analysis.sums.SortedInts;
import dmarcreports.analysis.sums.Tally;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;

/** The changes that are recommended for the failing mail of one domain, ranked by their effect. */
public final class Actions {
  private final DomainMail mail;
  private final List<PolicyReadiness> readiness;
  private final WhatIf whatIf;
  private final OptionalDouble rateNow;
  private final Map<ActionKey, Draft> drafts = new HashMap<>();
  private final Map<Target, List<Draft>> byTarget = new HashMap<>();
  private final List<Draft> relaxing = new ArrayList<>();

  /** There may be very many situations, and most of their sets are those of another. */
  private final Map<Set<?>, Set<?>> sets = new HashMap<>();

  private Actions(DomainMail mail, List<PolicyReadiness> readiness) {
    this.mail = mail;
    this.readiness = readiness;
    this.whatIf = new WhatIf(mail.knowledge());
    this.rateNow = mail.tally().passRate();
  }

  public static List<Action> of(
      Collection<Diagnosed> streams, DomainMail mail, List<PolicyReadiness> readiness) {
    Actions actions = new Actions(mail, readiness);
    streams.forEach(actions::recommend);
    actions.index();
    streams.forEach(actions::addConcerned);
    return actions.ranked(streams);
  }

  private void recommend(Diagnosed diagnosed) {
    List<List<Recommendation>> recommended = ActionKey.recommended(diagnosed);
    eachFailing(
        diagnosed,
        alike -> {
          for (int i = 0; i < recommended.size(); i++) {
            drafts
                .computeIfAbsent(ActionKey.of(recommended.get(i), alike.get(0)), Draft::new)
                .recommendedFor(alike, i);
          }
        });
  }

  /** Failing messages of one kind together: they share their advice and what comes of it. */
  private static void eachFailing(Diagnosed diagnosed, Consumer<List<Cell>> ofOneKind) {
    if (diagnosed.stream().key().verdict() == Verdict.FAIL) {
      Cell.eachKind(counting(diagnosed.stream().cells()), ofOneKind);
    }
  }

  /** Those with messages: nearly always all. */
  private static List<Cell> counting(List<Cell> cells) {
    for (Cell cell : cells) {
      if (cell.messages() == 0) {
        return cells.stream().filter(c -> c.messages() > 0).toList();
      }
    }
    return cells;
  }

  private void index() {
    for (Draft draft : drafts.values()) {
      if (draft.key.relaxes()) {
        relaxing.add(draft);
      } else {
        byTarget.computeIfAbsent(draft.key.target(), t -> new ArrayList<>()).add(draft);
      }
    }
  }

  private void addConcerned(Diagnosed diagnosed) {
    List<List<Recommendation>> recommended = ActionKey.recommended(diagnosed);
    eachFailing(
        diagnosed,
        alike -> {
          Cell cell = alike.get(0);
          long messages = Cell.messages(alike);
          for (Draft draft : concerned(cell)) {
            Gain gain = whatIf.gain(cell, draft.changes(cell), draft.key.inheritedBy(cell));
            draft.alone = draft.alone.plus(gain, messages);
            if (gain != Gain.NO && !draft.isOneOf(recommended, cell)) {
              draft.alsoFor(alike);
            }
          }
        });
  }

  private List<Draft> concerned(Cell cell) {
    List<Draft> concerned = new ArrayList<>(relaxing);
    for (Target target : ActionKey.targets(cell)) {
      concerned.addAll(byTarget.getOrDefault(target, List.of()));
    }
    return concerned;
  }

  private List<Action> ranked(Collection<Diagnosed> streams) {
    List<Draft> ranked = ranking();
    for (int i = 0; i < ranked.size(); i++) {
      ranked.get(i).rank = i;
    }
    Bounds[] added = new Bounds[ranked.size()];
    Arrays.fill(added, Bounds.NONE);
    for (Diagnosed diagnosed : streams) {
      eachFailing(diagnosed, alike -> addStepByStep(alike.get(0), Cell.messages(alike), added));
    }
    List<Action> actions = new ArrayList<>();
    Bounds together = Bounds.NONE;
    for (Draft draft : ranked) {
      Bounds more = added[draft.rank];
      together =
          new Bounds(Tally.sum(together.min(), more.min()), Tally.sum(together.max(), more.max()));
      actions.add(action(draft, together));
    }
    return actions;
  }

  /**
   * By effect; but whether the domain sends at all comes first, and whose mail it is comes before
   * what may repair it and may not.
   */
  private List<Draft> ranking() {
    List<Draft> ranked = new ArrayList<>(drafts.values());
    ranked.sort(Draft.BY_EFFECT);
    List<Draft> first = ranked.stream().filter(d -> d.is(Recommendation.PARK_DOMAIN)).toList();
    ranked.removeAll(Set.copyOf(first));
    Set<String> open = new HashSet<>();
    ranked.stream().filter(Draft::isOpen).forEach(d -> open.addAll(d.groups));
    List<Draft> asking =
        ranked.stream()
            .filter(d -> d.is(Recommendation.ASK_OWNER))
            .filter(d -> d.groups.stream().anyMatch(open::contains))
            .toList();
    ranked.removeAll(Set.copyOf(asking));
    Set<String> asked = new HashSet<>();
    asking.forEach(d -> asked.addAll(d.groups));
    int place = 0;
    while (place < ranked.size() && !ranked.get(place).restsOn(asked)) {
      place++;
    }
    ranked.addAll(place, asking);
    ranked.addAll(0, first);
    return ranked;
  }

  /** At which rank a message begins to pass, perhaps and surely, when one is done after another. */
  private void addStepByStep(Cell cell, long messages, Bounds[] added) {
    List<Draft> concerned = concerned(cell);
    concerned.sort(Comparator.comparingInt(d -> d.rank));
    Done done = Done.nothing();
    Done perhaps = Done.nothing();
    Gain before = Gain.NO;
    for (Draft draft : concerned) {
      done.add(draft.changes(cell));
      perhaps.add(draft.key.inheritedBy(cell));
      Gain now = whatIf.gain(cell, done, perhaps);
      long min = before != Gain.YES && now == Gain.YES ? messages : 0;
      long max = before == Gain.NO && now != Gain.NO ? messages : 0;
      Bounds sum = added[draft.rank];
      added[draft.rank] = new Bounds(Tally.sum(sum.min(), min), Tally.sum(sum.max(), max));
      before = before.or(now);
      if (before == Gain.YES) {
        return;
      }
    }
  }

  private Action action(Draft draft, Bounds together) {
    Situations situations = new Situations(draft.key, mail, readiness, sets);
    Cell.eachKind(draft.recommended, situations::add);
    Cell.eachKind(draft.concerned, situations::add);
    SortedInts failing = Cell.days(draft.recommended);
    Situation situation = situations.situation();
    List<String> groups = draft.groups.stream().sorted().toList();
    ActionHistory history =
        ActionHistory.of(failing, mail.sendingDays().of(groups), mail.days(), mail.today());
    return new Action(
        draft.key.changes(),
        draft.key.target(),
        situation.addresses().size() + (situations.isWithoutAddress() ? 1 : 0),
        draft.failing,
        draft.alone.min(),
        draft.alone.max(),
        rateNow,
        rate(draft.alone.min()),
        rate(draft.alone.max()),
        rate(together.min()),
        rate(together.max()),
        situation,
        groups,
        history.state(),
        history.since());
  }

  private OptionalDouble rate(long repaired) {
    return repaired == 0 ? rateNow : mail.tally().passRateWith(repaired);
  }
}
