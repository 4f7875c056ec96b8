package dmarcreports.analysis.remedy;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What is said of every identity at Amazon SES. */
enum SesPhrase implements Phrase {
  AND_AGAIN("regions"),
  FIND_REGION("identity"),
  REGIONS_SEEN("regions"),
  EVERYWHERE("identity"),
  TAKEN_AS_YOURS;

  private final List<String> arguments;

  SesPhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "remedy.ses";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
