package dmarcreports.analysis.sender;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** Why what a label is to match never matches anything. */
enum MatchFlaw implements Phrase {
  /** A service that reports do not show. */
  NO_TRACE("service"),
  NO_SENDER("match");

  private final List<String> arguments;

  MatchFlaw(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "match";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
