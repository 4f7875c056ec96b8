package dmarcreports.output.wording;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** How an action is done. */
public enum HowPhrase implements Phrase {
  NEEDS("needs"),
  ASSUMED("assumes"),
  STEPS_OF("target"),
  PUBLISH,
  PUBLISH_WITH("words", "number"),
  CODE("language"),
  IN_DNS("since", "day"),
  NOT_IN_DNS("day"),
  OTHERWISE_IN_DNS("day"),
  UNTOLD_IN_DNS("day");

  private final List<String> arguments;

  HowPhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "text.how";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
