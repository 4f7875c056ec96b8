package dmarcreports.output.text;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What the details say of one domain, and of the reporters. */
enum DetailsPhrase implements Phrase {
  NONE_OURS,
  OURS("passing", "messages", "rate"),
  SEEN("period", "reports", "reporters"),
  NOTHING_FAILS,
  UNRELIABLE_REPORTERS,
  UNRELIABLE,
  REPORTER("reporter", "faults"),
  REPORTER_WITH_RECORDS("reporter", "faults", "records");

  private final List<String> arguments;

  DetailsPhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "text.details";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
