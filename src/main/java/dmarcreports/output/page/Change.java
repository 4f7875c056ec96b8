package dmarcreports.output.page;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.action.ActionState;
import dmarcreports.report.DomainName;
import dmarcreports.stored.Announcement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An action that has got into another state since it was last told of.
 *
 * @param insteadOf the actions that it may stand for
 */
public record Change(Kind kind, DomainName domain, Action action, List<Action> insteadOf) {
  public Change {
    insteadOf = List.copyOf(insteadOf);
  }

  /** What happened. */
  public enum Kind {
    BACK,
    OPENED,
    REPAIRED,
    SILENT
  }

  /** What happened to an action since it was told of, if it ever was. */
  static Optional<Change> of(DomainName domain, Action action, Optional<Announcement> told) {
    Optional<ActionState> before =
        told.flatMap(Announcement::state)
            .map(word -> ActionState.valueOf(word.toUpperCase(Locale.ROOT)));
    boolean later = told.filter(one -> action.stateSince().isAfter(one.since())).isPresent();
    return kind(before, action.state(), later)
        .map(kind -> new Change(kind, domain, action, List.of()));
  }

  private static Optional<Kind> kind(Optional<ActionState> before, ActionState now, boolean later) {
    return switch (now) {
      case OPEN ->
          before.isEmpty() || before.get() == ActionState.SILENT
              ? Optional.of(Kind.OPENED)
              // the period no longer shows that it failed before
              : only(Kind.BACK, before.get() == ActionState.REPAIRED);
      case BACK -> only(Kind.BACK, later || before.filter(ActionState.BACK::equals).isEmpty());
      case REPAIRED -> only(Kind.REPAIRED, before.filter(ActionState.REPAIRED::equals).isEmpty());
      case SILENT ->
          only(
              Kind.SILENT,
              before.filter(b -> b == ActionState.OPEN || b == ActionState.BACK).isPresent());
    };
  }

  private static Optional<Kind> only(Kind kind, boolean happened) {
    return happened ? Optional.of(kind) : Optional.empty();
  }

  /** The same of an action that may stand for others. */
  Change insteadOf(List<Action> others) {
    return new Change(kind, domain, action, others);
  }

  /** Whether somebody has to do something that nobody had to do before. */
  public boolean needsAttention() {
    return switch (kind) {
      case BACK, OPENED -> action.needsAttention();
      case REPAIRED, SILENT -> false;
    };
  }
}
