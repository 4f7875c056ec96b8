package dmarcreports.analysis.action;

import dmarcreports.analysis.change.Recommendation;
import dmarcreports.analysis.change.Target;
import dmarcreports.analysis.remedy.Remedies;
import dmarcreports.analysis.remedy.Remedy;
import dmarcreports.analysis.remedy.Situation;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * One change that somebody could make, and what it changes. Rates are shares of passing messages in
 * those with a verdict, from 0 to 1; empty when there are none.
 *
 * @param changes one, or several that work only together
 * @param target what is changed
 * @param sources how many addresses send the failing messages
 * @param failing the failing messages for which the change is recommended, or that it would or
 *     might repair
 * @param repairedMin failing messages that pass once it is done, at least
 * @param repairedMax the same, at most
 * @param rateNow as it is
 * @param rateMin with this action alone, at least
 * @param rateMax the same, at most
 * @param cumulativeMin with it and all ranked before it, at least
 * @param cumulativeMax the same, at most
 * @param situation what the reports tell about those messages
 * @param sourceGroups where the failing messages come from, sorted
 * @param state what became of it
 * @param stateSince the day from which on it is in that state
 */
public record Action(
    List<Recommendation> changes,
    Target target,
    long sources,
    long failing,
    long repairedMin,
    long repairedMax,
    OptionalDouble rateNow,
    OptionalDouble rateMin,
    OptionalDouble rateMax,
    OptionalDouble cumulativeMin,
    OptionalDouble cumulativeMax,
    Situation situation,
    List<String> sourceGroups,
    ActionState state,
    LocalDate stateSince) {

  /** Keeps its own copies of the lists. */
  public Action {
    changes = List.copyOf(changes);
    sourceGroups = List.copyOf(sourceGroups);
  }

  /** The same, where a mail shows a region of Amazon SES that results do not. */
  public Action seenIn(String region) {
    return new Action(
        changes,
        target,
        sources,
        failing,
        repairedMin,
        repairedMax,
        rateNow,
        rateMin,
        rateMax,
        cumulativeMin,
        cumulativeMax,
        situation.seenIn(region),
        sourceGroups,
        state,
        stateSince);
  }

  /** How it is carried out. */
  public Remedy remedy() {
    return Remedies.of(changes, situation);
  }

  /** The codes, joined by a plus sign. */
  public String code() {
    return changes.stream().map(Recommendation::word).collect(Collectors.joining("+"));
  }

  /** Whether somebody has to do something: open or back, and more than waiting or a policy. */
  public boolean needsAttention() {
    boolean standing = state == ActionState.OPEN || state == ActionState.BACK;
    return standing && changes.stream().anyMatch(Recommendation::isRepair);
  }
}
