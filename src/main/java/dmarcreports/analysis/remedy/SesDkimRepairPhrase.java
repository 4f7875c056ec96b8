package dmarcreports.analysis.remedy;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What is said of a signature of Amazon SES that cannot be verified. */
enum SesDkimRepairPhrase implements Phrase {
  NEEDS_DNS_AND_ACCOUNT("identity"),
  STRICT_COUNTS_NOT_FOR("domains"),
  WHAT_WILL_VERIFY,
  TELL_THE_TWO_APART,
  SEE_WHAT_TO_PUBLISH,
  START_AGAIN,
  FAILING_NAMES("names"),
  NO_SELECTORS,
  BROUGHT_KEYS("names"),
  ASK_FOR_KEY;

  private final List<String> arguments;

  SesDkimRepairPhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "remedy.ses_dkim_repair";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
