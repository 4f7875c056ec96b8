package dmarcreports.output;

import dmarcreports.analysis.Action;
import dmarcreports.analysis.ActionState;
import dmarcreports.analysis.StreamFindings;
import dmarcreports.analysis.Tally;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;

/**
 * One thing to do as it is told: an action, or several of one kind that differ in where the mail
 * comes from. They concern different messages, so their numbers may be added.
 *
 * @param actions the largest first; never empty
 * @param number its place among the things to do, from 1
 * @param insteadOf the places of those that repair all of its messages already; empty where it
 *     repairs some of its own
 * @param addsProof whether those make DKIM align and it SPF, or the other way round
 * @param together with it and all told before it, where that is known
 * @param togetherWithClosed whether the share also counts what is repaired or silent
 * @param streams the failing mail that it is recommended for, most failing messages first
 */
record Entry(
    List<Action> actions,
    int number,
    List<Integer> insteadOf,
    boolean addsProof,
    List<OptionalDouble> together,
    boolean togetherWithClosed,
    List<StreamFindings> streams) {

  Entry {
    actions = List.copyOf(actions);
    insteadOf = List.copyOf(insteadOf);
    together = List.copyOf(together);
    streams = List.copyOf(streams);
  }

  /** An action by itself. */
  static Entry of(Action action) {
    return new Entry(List.of(action), 0, List.of(), false, List.of(), false, List.of());
  }

  Action first() {
    return actions.get(0);
  }

  long failing() {
    return sum(Action::failing);
  }

  long repairedMin() {
    return sum(Action::repairedMin);
  }

  long repairedMax() {
    return sum(Action::repairedMax);
  }

  long sources() {
    return sum(Action::sources);
  }

  /** Since when it is as it is. */
  LocalDate since() {
    return actions.stream().map(Action::stateSince).min(Comparator.naturalOrder()).orElseThrow();
  }

  boolean isBack() {
    return first().state() == ActionState.BACK;
  }

  /** Whether it could be done in the place of another. */
  boolean isAlternative() {
    return !insteadOf.isEmpty();
  }

  boolean needsAttention() {
    return actions.stream().anyMatch(Action::needsAttention);
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
    return actions.stream().mapToLong(number).reduce(0, Tally::sum);
  }
}
