package dmarcreports.output.text;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What is said of a policy in a line. */
enum PolicyBriefPhrase implements Phrase {
  PUBLISHED("tags"),
  PUBLISHED_AND_MEANT("tags", "meaning"),
  UNKNOWN,
  OF_TAG("tag", "judged"),
  SILENT,
  TOO_LITTLE_SEEN,
  SHORT_OF("shortages"),
  AT_RISK_LOSES("published", "messages"),
  AT_RISK_MAY_LOSE("published", "messages"),
  NOT_YET_LOSES("messages"),
  NOT_YET_MAY_LOSE("messages"),
  LOSES_NONE("days", "policy"),
  LOSES_NONE_UNDECIDED("days", "policy", "undecided");

  private final List<String> arguments;

  PolicyBriefPhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "brief.policy";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
