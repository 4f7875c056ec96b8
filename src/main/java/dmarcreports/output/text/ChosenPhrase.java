package dmarcreports.output.text;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What is said where an action is asked for that is not there. */
enum ChosenPhrase implements Phrase {
  NONE("asked", "domain"),
  OTHERS("asked", "domain", "number", "actions"),
  ANY_DOMAIN;

  private final List<String> arguments;

  ChosenPhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "text.chosen";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
