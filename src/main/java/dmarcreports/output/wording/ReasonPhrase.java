package dmarcreports.output.wording;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What the reports say of mail. */
enum ReasonPhrase implements Phrase {
  SEEN("failure"),
  LEGS("spf", "dkim"),
  HOW_SURE("confidence"),
  CLASS("code"),
  LEG("what", "code"),
  LEG_FOR("what", "domains", "code"),
  LEG_BUT_PASSES_FOR("what", "code", "domains");

  private final List<String> arguments;

  ReasonPhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "wording.reason";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
