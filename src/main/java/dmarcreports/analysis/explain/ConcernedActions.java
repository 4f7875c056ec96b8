package dmarcreports.analysis.explain;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.action.ActionKey;
import dmarcreports.analysis.change.Gain;
import dmarcreports.analysis.change.Target;
import dmarcreports.analysis.change.WhatIf;
import dmarcreports.analysis.stream.Diagnosed;
import dmarcreports.analysis.sums.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which of a domain's actions concern some of its messages, and what they do to those. */
final class ConcernedActions {
  private final List<Draft> drafts = new ArrayList<>();
  private final Map<ActionKey, Draft> byKey = new HashMap<>();
  private final Map<Target, List<Draft>> byTarget = new HashMap<>();
  private final List<Draft> relaxing = new ArrayList<>();

  ConcernedActions(List<Action> ranked) {
    for (Action action : ranked) {
      Draft draft = new Draft(action, drafts.size() + 1);
      drafts.add(draft);
      byKey.put(draft.key, draft);
      if (draft.key.relaxes()) {
        relaxing.add(draft);
      } else {
        byTarget.computeIfAbsent(action.target(), t -> new ArrayList<>()).add(draft);
      }
    }
  }

  /** Those that are advised for one of the messages, or would repair some. */
  List<Explained.ToDo> by(Map<Cell, Diagnosed> failing, WhatIf whatIf) {
    failing.forEach(
        (cell, diagnosed) -> {
          ActionKey.recommended(cell, diagnosed).stream()
              .map(byKey::get)
              .filter(Objects::nonNull)
              .forEach(draft -> draft.concerns = true);
          for (Draft draft : candidates(cell)) {
            Gain gain = whatIf.gain(cell, draft.key.changesFor(cell), draft.key.inheritedBy(cell));
            draft.concerns |= gain != Gain.NO;
            draft.repaired = draft.repaired.plus(gain, cell.messages());
          }
        });
    return drafts.stream()
        .filter(d -> d.concerns)
        .map(d -> new Explained.ToDo(d.rank, d.action, d.repaired.min(), d.repaired.max()))
        .toList();
  }

  private Set<Draft> candidates(Cell cell) {
    Set<Draft> candidates = new LinkedHashSet<>(relaxing);
    for (Target target : ActionKey.targets(cell)) {
      candidates.addAll(byTarget.getOrDefault(target, List.of()));
    }
    return candidates;
  }

  /** An action that is being looked at. */
  private static final class Draft {
    private final Action action;
    private final ActionKey key;
    private final int rank;
    private boolean concerns;
    private WhatIf.Bounds repaired = WhatIf.Bounds.NONE;

    private Draft(Action action, int rank) {
      this.action = action;
      this.key = new ActionKey(action.changes(), action.target());
      this.rank = rank;
    }
  }
}
