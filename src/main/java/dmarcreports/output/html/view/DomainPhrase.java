package dmarcreports.output.html.view;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What the parts of a domain are called */
public enum DomainPhrase implements Phrase {
  PASSES,
  TREND("days", "now", "before"),
  BETTER,
  WORSE,
  SAME,
  MESSAGES,
  PART_PASS,
  PART_OURS,
  PART_PERHAPS,
  PART_OTHERS,
  PART_FAIL,
  PART_UNKNOWN,
  WHAT_TO_DO,
  WHEN,
  WHO,
  POLICY,
  SEEN("period", "reports", "reporters"),
  MORE_ACTIONS("more", "list"),
  NOTHING_TO_DO,
  NOTHING_NOW,
  CLOSED("actions");

  private final List<String> arguments;

  DomainPhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "html.domain";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
