package dmarcreports.analysis.remedy;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What is said of the next stricter policy. */
enum EnforcePhrase implements Phrase {
  NEEDS_OWN_MAIL_TO_PASS,
  NOT_YOURS,
  STRICTEST_ALREADY,
  STOP_IF_YOURS,
  SEE_THAT_IT_IS_READY,
  CHANGE_RECORD("changes"),
  CHANGES("first", "more"),
  TAG("tag"),
  NO_TESTING,
  NO_PCT,
  WHICH_TAG_GOVERNS_SUBDOMAINS,
  READ_NEXT_REPORTS,
  READ_NEXT_REPORTS_THEN_REJECT,
  NOT_YET,
  LABEL_IF_YOURS,
  LOOK_AGAIN;

  private final List<String> arguments;

  EnforcePhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "remedy.enforce";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
