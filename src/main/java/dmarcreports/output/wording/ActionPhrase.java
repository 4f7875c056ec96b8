package dmarcreports.output.wording;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What is said of an action, and of many. */
public enum ActionPhrase implements Phrase {
  HEADING,
  HEADING_LARGEST_FIRST,
  NOTHING_NOW,
  CODE_ELSEWHERE,
  INSTEAD("others", "headline"),
  BACK_SINCE("state", "since"),
  MEMBER("rank", "target", "messages", "addresses"),
  WHY("reason"),
  WHY_TWO("reason", "other"),
  WHY_MORE("reason", "other"),
  WHY_AS_UNDER("number"),
  BRIEFLY("headline", "effect"),
  CLOSED("state", "since", "before"),
  CLOSED_BRIEFLY("state", "since", "headline", "number", "before"),
  FAILED_BEFORE("messages"),
  FAILED_BEFORE_AND_SILENT("messages");

  private final List<String> arguments;

  ActionPhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "text.action";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
