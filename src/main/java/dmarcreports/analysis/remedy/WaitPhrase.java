package dmarcreports.analysis.remedy;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What is said where DNS did not answer. */
enum WaitPhrase implements Phrase {
  REPAIRS_NOTHING,
  CHANGE_NOTHING_YET,
  WATCH,
  WATCH_NAMES("names"),
  KEY_MAY_BE_MISSING;

  private final List<String> arguments;

  WaitPhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "remedy.wait";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
