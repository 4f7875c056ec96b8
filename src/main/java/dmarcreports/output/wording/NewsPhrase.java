package dmarcreports.output.wording;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What is said about one thing that is news. */
enum NewsPhrase implements Phrase {
  FAILING_AGAIN("action", "day", "failing"),
  REPAIRED("action", "day", "messages"),
  SILENT("action", "day"),
  FAILING("changes", "failing"),
  REPAIRS("changes", "messages"),
  REPAIRS_FROM_TO("changes", "least", "most"),
  INSTEAD_OF("what", "others"),
  OR_INSTEAD("what", "others"),
  GROUP("sender", "failing", "what"),
  SENDER_IN_NETWORK("sender", "network"),
  NO_ADDRESS_NAMED,
  QUIET("day", "gap");

  private final List<String> arguments;

  NewsPhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "wording.news";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
