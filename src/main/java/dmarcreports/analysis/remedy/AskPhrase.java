package dmarcreports.analysis.remedy;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What is said where there is something to find out before anything is changed. */
enum AskPhrase implements Phrase {
  NEEDS_SOMEBODY_WHO_KNOWS,
  CHANGES_NO_MESSAGE,
  REPORTS_SHOW("clues"),
  REPORTS_SHOW_NOTHING,
  CLUES("first", "more"),
  WRITTEN_AS("domains"),
  SENT_BY("service"),
  PROVEN_TO_BE_FROM("domain"),
  ADDRESSES("addresses"),
  CALLED("names"),
  UNPROVEN_RETURN_PATH("domains"),
  ASK_WHO_SENDS,
  LOOK_WHO_RUNS_ADDRESSES,
  LIKELY_YOURS,
  IF_YOURS("match"),
  IF_NOT_YOURS,
  IF_NOT_YOURS_REPORT_IT("sender"),
  IF_PASSED_ON;

  private final List<String> arguments;

  AskPhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "remedy.ask";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
