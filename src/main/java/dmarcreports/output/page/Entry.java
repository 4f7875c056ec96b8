package dmarcreports.output.page;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.action.ActionState;
import dmarcreports.analysis.sums.Tally;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;

/**
 * One thing to do as it is told: an action, or several of one kind that differ in where the mail
 * comes from. They concern different messages, so their numbers may be added.
 *
 * @param members the largest first; never empty
 * @param insteadOf the ranks of those that repair all of its messages already; empty where it
 *     repairs some of its own
 * @param addsProof whether those make DKIM align and it SPF, or the other way round
 * @param together the pass rate with it and all ranked before it, at least and at most; empty where
 *     it is the first
 * @param togetherWithClosed whether that also counts what is repaired or silent
 */
public record Entry(
    List<Ranked> members,
    List<Integer> insteadOf,
    boolean addsProof,
    List<OptionalDouble> together,
    boolean togetherWithClosed) {

  public Entry {
    members = List.copyOf(members);
    insteadOf = List.copyOf(insteadOf);
    together = List.copyOf(together);
  }

  public Action first() {
    return members.get(0).action();
  }

  public List<Action> actions() {
    return members.stream().map(Ranked::action).toList();
  }

  /** The ranks of its actions, ascending. */
  public List<Integer> ranks() {
    return members.stream().map(Ranked::rank).sorted().toList();
  }

  /** The rank of its last action. */
  public int lastRank() {
    return members.stream().mapToInt(Ranked::rank).max().orElseThrow();
  }

  public long failing() {
    return sum(Action::failing);
  }

  public long repairedMin() {
    return sum(Action::repairedMin);
  }

  public long repairedMax() {
    return sum(Action::repairedMax);
  }

  public long sources() {
    return sum(Action::sources);
  }

  /** Since when it is as it is. */
  public LocalDate since() {
    return members.stream()
        .map(member -> member.action().stateSince())
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  public boolean isStanding() {
    return members.get(0).isStanding();
  }

  public boolean isBack() {
    return first().state() == ActionState.BACK;
  }

  /** Whether it could be done in the place of another. */
  public boolean isAlternative() {
    return !insteadOf.isEmpty();
  }

  /** Whether it is one of the things that somebody has to do. */
  public boolean isToDo() {
    return members.get(0).isToDo();
  }

  /** Whether it makes SPF align, and not DKIM. */
  static boolean isAboutSpf(Action action) {
    return switch (action.changes().get(0)) {
      case RELAX_ASPF, CUSTOM_MAIL_FROM, VENDOR_RETURN_PATH, AUTHORIZE_IN_SPF, REPAIR_SPF -> true;
      case RELAX_ADKIM,
          EASY_DKIM,
          REPAIR_EASY_DKIM,
          OWN_IDENTITY,
          VENDOR_DKIM,
          PUBLISH_DKIM,
          REPAIR_DKIM,
          ASK_OWNER,
          PARK_DOMAIN,
          ENFORCE_POLICY,
          WAIT,
          NONE ->
          false;
    };
  }

  private long sum(ToLongFunction<Action> number) {
    return members.stream().map(Ranked::action).mapToLong(number).reduce(0, Tally::sum);
  }
}
