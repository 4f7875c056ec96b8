package dmarcreports.output.text;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What the screen for one domain says, and what stands under all of them. */
enum BriefPhrase implements Phrase {
  SEEN("period", "reports", "reporters"),
  TO_DO("actions"),
  TO_DO_LARGEST_FIRST("actions"),
  NOTHING_TO_DO_NOW,
  MORE_ACTIONS("actions", "ranks"),
  WHY("why"),
  IN_DNS("since"),
  INSTEAD("alternatives"),
  ALTERNATIVE_FOR("rank", "ranks"),
  ALTERNATIVE_IN_DNS("alternative", "since"),
  MORE_ALTERNATIVES("more"),
  IN_WORDS("ranks", "words"),
  NOT_NOW("ranks"),
  REPAIRED,
  SILENT,
  FAILING_BY_SENDER,
  MORE_SENDERS("senders", "messages"),
  NOT_IN_FULL("domains"),
  MORE("domain"),
  NOT_SEEN,
  NOT_SEEN_AND_UNRELIABLE("reporters");

  private final List<String> arguments;

  BriefPhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "brief";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
