package dmarcreports.output.wording;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What is said of many domains at once. */
public enum OverviewPhrase implements Phrase {
  SEEN("domains", "period", "verdict"),
  DOMAIN,
  PASS,
  FAILING,
  TO_DO,
  POLICY,
  READY_FOR,
  MORE("domains", "busy"),
  MORE_WITH_NOTHING_TO_DO("domains"),
  FAILING_NOTE;

  private final List<String> arguments;

  OverviewPhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "brief.overview";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
