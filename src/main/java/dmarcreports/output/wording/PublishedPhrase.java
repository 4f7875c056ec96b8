package dmarcreports.output.wording;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What a published policy means. */
public enum PublishedPhrase implements Phrase {
  PUBLISHED("tags"),
  P("policy", "meaning"),
  P_UNKNOWN,
  SP("policy"),
  NP("policy"),
  PCT("pct"),
  TESTING;

  private final List<String> arguments;

  PublishedPhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "text.policy.published";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
