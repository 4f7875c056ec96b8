package dmarcreports.output.wording;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What stands in the way of a stricter policy. */
public enum BlockerPhrase implements Phrase {
  IF_IT_SENDS,
  OF_ANY,
  OF_REJECT,
  SENDER("sender", "messages");

  private final List<String> arguments;

  BlockerPhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "text.policy.blocker";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
