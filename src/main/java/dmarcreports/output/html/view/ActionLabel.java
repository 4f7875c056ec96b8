package dmarcreports.output.html.view;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What stands beside an action */
public enum ActionLabel implements Phrase {
  STATE_OPEN,
  STATE_BACK,
  STATE_REPAIRED,
  STATE_SILENT,
  STATE_ADVICE,
  SINCE("state", "day"),
  INSTEAD_OF("others"),
  PASS_RATE,
  NOW,
  AFTER,
  TOGETHER("last"),
  TOGETHER_WITH_CLOSED("last"),
  HOW_STEPS("steps"),
  HOW_STEPS_AND_RECORDS("steps", "records"),
  HOW,
  NEEDS,
  ASSUMED,
  WHY,
  EVIDENCE,
  RECORD("number"),
  COMMAND("number"),
  CODE_TO_PASTE,
  CODE_IN("language"),
  DNS;

  private final List<String> arguments;

  ActionLabel(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "html.action";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
