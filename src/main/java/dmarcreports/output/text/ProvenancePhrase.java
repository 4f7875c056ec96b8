package dmarcreports.output.text;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** Where a report came from. */
enum ProvenancePhrase implements Phrase {
  REPORT,
  REPORTER,
  ABOUT,
  STORED,
  INPUT,
  MAIL_FROM,
  MAIL_DATE,
  MESSAGE_ID,
  STATED,
  HOLDS("domain", "day", "records", "messages"),
  HOLDS_UNCOUNTED("domain", "day", "records", "messages"),
  NOTHING_STATED,
  RESULTS("results"),
  RESULTS_BY("results", "server");

  private final List<String> arguments;

  ProvenancePhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "status.report";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
