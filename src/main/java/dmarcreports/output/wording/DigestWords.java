package dmarcreports.output.wording;

import dmarcreports.analysis.action.Action;
import dmarcreports.output.page.Change;
import dmarcreports.output.page.FailingGroup;
import dmarcreports.stored.ReporterDays;
import java.util.List;
import java.util.stream.Collectors;

/** What a digest says about one thing, after its label and the name of what it is about. */
public final class DigestWords {
  private DigestWords() {}

  public static String of(Change change) {
    Action action = change.action();
    return switch (change.kind()) {
      case BACK ->
          PlainWords.of(action)
              + ": failing again since "
              + action.stateSince()
              + ", "
              + Prose.counted(action.failing(), "failing message")
              + instead(change);
      case OPENED -> toDo(action) + instead(change);
      case REPAIRED ->
          PlainWords.of(action)
              + ": done, no more failures since "
              + action.stateSince()
              + "; "
              + Prose.counted(action.failing(), "message")
              + " had failed";
      case SILENT ->
          PlainWords.of(action)
              + ": nothing came from there since "
              + action.stateSince()
              + ", so it is not known whether it is done";
    };
  }

  public static String toDo(Action action) {
    String effect =
        action.repairedMax() == 0
            ? Prose.counted(action.failing(), "failing message")
            : "repairs "
                + (action.repairedMin() == action.repairedMax()
                    ? ""
                    : Prose.number(action.repairedMin()) + " to ")
                + Prose.counted(action.repairedMax(), "message");
    return PlainWords.of(action) + ", " + effect;
  }

  private static String instead(Change change) {
    return change.insteadOf().isEmpty()
        ? ""
        : "; instead of: "
            + change.insteadOf().stream().map(PlainWords::of).collect(Collectors.joining(" and "));
  }

  /** An action, and those that may stand for it. */
  public static String toDo(Action action, List<Action> alternatives) {
    return toDo(action)
        + (alternatives.isEmpty()
            ? ""
            : "; or instead: "
                + alternatives.stream()
                    .map(PlainWords::changes)
                    .collect(Collectors.joining(" or ")));
  }

  public static String of(FailingGroup group) {
    String network = group.group().isEmpty() ? "no address named" : Prose.name(group.group());
    return (group.sender().isEmpty() ? network : Prose.name(group.sender()) + " (" + network + ")")
        + ", "
        + Prose.counted(group.failing(), "failing message")
        + ": "
        + PlainWords.of(group.streamClass(), group.confidence());
  }

  public static String quiet(ReporterDays reporter) {
    return "no report since "
        + reporter.lastSeen()
        + "; it came every "
        + (reporter.usualGap() == 1 ? "day" : reporter.usualGap() + " days");
  }
}
