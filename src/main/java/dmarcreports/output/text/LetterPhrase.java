package dmarcreports.output.text;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What stands around the news in what is sent of a night: the subject and the headings. */
public enum LetterPhrase implements Phrase {
  SUBJECT("about", "verdict"),
  DOMAINS("domains"),
  FIRST,
  BACK("actions"),
  NEW_ACTIONS("actions"),
  NEW_SOURCES("sources"),
  NEW_DOMAINS("domains"),
  REPAIRED("actions"),
  QUIET("reporters"),
  DISCARDED("discards"),
  CHANGES("changes"),
  NOTHING_NEW,
  OPEN("actions"),
  REPAIRABLE("repaired", "failing"),
  REPAIRABLE_UP_TO("repaired", "failing"),
  NEWS,
  FIRST_NEWS,
  TO_DO,
  MORE("more"),
  DETAILS("details"),
  DETAILS_ATTACHED("details"),
  MADE_BY;

  private final List<String> arguments;

  LetterPhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "letter";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
