package dmarcreports.output.text;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What a digest is made of: first the labels of its items. */
public enum DigestPhrase implements Phrase {
  TO_DO,
  DOMAIN,
  BACK_TO_DO,
  OR_INSTEAD,
  NEW_SOURCE,
  NEW_DOMAIN,
  REPAIRED,
  SILENT,
  QUIET,
  BACK,
  ADVICE,
  DISCARDED,
  ARRIVED,
  NO_REPORTS,
  NO_MESSAGES("day"),
  HEADING("day", "came", "changed", "actions"),
  NO_DAY,
  NO_NEW_REPORTS,
  CAME("reports", "messages"),
  CAME_PASSING("reports", "messages", "rate"),
  FIRST,
  NOTHING_NEW,
  CHANGES("changes"),
  MORE_ITEMS("more", "details"),
  MORE("details"),
  ITEM("about", "text"),
  FARES("messages", "fail"),
  FARES_WITH_ACTIONS("messages", "fail", "actions"),
  DISCARDS("discards", "reasons"),
  REASON("discards", "reason"),
  CONFLICTS("conflicts"),
  DUPLICATES("duplicates");

  private final List<String> arguments;

  DigestPhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "digest.line";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
