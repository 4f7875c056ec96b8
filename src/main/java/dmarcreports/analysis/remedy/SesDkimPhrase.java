package dmarcreports.analysis.remedy;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What is said of signing with Easy DKIM. */
enum SesDkimPhrase implements Phrase {
  STRICT_COUNTS_FOR_IDENTITY_ONLY("identity", "others"),
  VERIFY_ITSELF("identity"),
  SAME_FOR_EACH("others"),
  SIGNS_AS_MOST_SPECIFIC("identity"),
  NEEDS_DOMAIN_IDENTITY("identity"),
  SIGNING_IS_ON,
  SEE_WHAT_IS_THERE,
  CREATE,
  START,
  BROUGHT_KEY("identity"),
  PUBLISH_TOKENS,
  WAIT_THEN_TURN_ON,
  TOKENS_OF_EACH_REGION,
  LOOK_FOR_SIGNATURE("identity");

  private final List<String> arguments;

  SesDkimPhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "remedy.ses_dkim";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
