package dmarcreports.output.page;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.action.ActionState;
import java.util.List;

/**
 * An action of a domain in its place among all of them.
 *
 * @param rank its line in {@code actions.csv}, from 1
 * @param insteadOf the ranks of those that it may stand for: they repair all that it repairs; empty
 *     where it repairs something that they do not
 */
public record Ranked(int rank, Action action, List<Integer> insteadOf) {
  public Ranked {
    insteadOf = List.copyOf(insteadOf);
  }

  /** Whether it is open or back. */
  public boolean isStanding() {
    return action.state() == ActionState.OPEN || action.state() == ActionState.BACK;
  }

  /** Whether it could be done in the place of another. */
  public boolean isAlternative() {
    return !insteadOf.isEmpty();
  }

  /**
   * Whether it is one of the things that somebody has to do: what every number of actions counts.
   */
  public boolean isToDo() {
    return action.needsAttention() && !isAlternative();
  }
}
