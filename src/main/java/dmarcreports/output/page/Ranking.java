package dmarcreports.output.page;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.action.ActionState;
import dmarcreports.analysis.result.DomainFindings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The actions of a domain in the order of {@code actions.csv}, and which may stand for which. */
public final class Ranking {
  private final List<Action> actions;

  /** The places of the failing streams that an action is recommended for, by its rank. */
  private final Map<Integer, List<Integer>> mail = new HashMap<>();

  /** The ranks of what is no alternative, by the places of the streams. */
  private final Map<Integer, List<Integer>> firstChoices = new HashMap<>();

  private Ranking(DomainFindings domain) {
    this.actions = domain.actions();
    List<Integer> repairing = new ArrayList<>();
    boolean alternatives = false;
    for (int rank = 1; rank <= actions.size(); rank++) {
      if (isRepairing(actions.get(rank - 1))) {
        repairing.add(rank);
        alternatives |= addsNothing(rank);
      }
    }
    if (alternatives) {
      FailingMail.each(
          domain,
          repairing,
          (rank, place, stream) -> mail.computeIfAbsent(rank, r -> new ArrayList<>()).add(place));
    }
  }

  public static List<Ranked> of(DomainFindings domain) {
    return new Ranking(domain).ranked();
  }

  /** How many things there are to do. */
  public static long toDo(DomainFindings domain) {
    return of(domain).stream().filter(Ranked::isToDo).count();
  }

  private List<Ranked> ranked() {
    List<Ranked> ranked = new ArrayList<>();
    for (int rank = 1; rank <= actions.size(); rank++) {
      Ranked one = new Ranked(rank, actions.get(rank - 1), insteadOf(rank));
      if (!one.isAlternative()) {
        for (int place : mail.getOrDefault(rank, List.of())) {
          firstChoices.computeIfAbsent(place, p -> new ArrayList<>()).add(rank);
        }
      }
      ranked.add(one);
    }
    return ranked;
  }

  private List<Integer> insteadOf(int rank) {
    List<Integer> places = mail.getOrDefault(rank, List.of());
    if (places.isEmpty() || !addsNothing(rank)) {
      return List.of();
    }
    SortedMap<Integer, Integer> shared = new TreeMap<>();
    for (int place : places) {
      for (int other : firstChoices.getOrDefault(place, List.of())) {
        shared.merge(other, 1, Integer::sum);
      }
    }
    return shared.entrySet().stream()
        .filter(other -> other.getValue() == places.size())
        .findFirst()
        .map(other -> List.of(other.getKey()))
        .orElseGet(() -> List.copyOf(shared.keySet()));
  }

  private boolean addsNothing(int rank) {
    if (rank == 1) {
      return false;
    }
    Action action = actions.get(rank - 1);
    Action before = actions.get(rank - 2);
    return action.cumulativeMin().equals(before.cumulativeMin())
        && action.cumulativeMax().equals(before.cumulativeMax());
  }

  private static boolean isRepairing(Action action) {
    boolean standing = action.state() == ActionState.OPEN || action.state() == ActionState.BACK;
    return standing && action.repairedMax() > 0;
  }
}
