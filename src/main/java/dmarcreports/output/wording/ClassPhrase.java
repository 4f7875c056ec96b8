package dmarcreports.output.wording;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What is the matter with mail of a class, in a few words. */
enum ClassPhrase implements Phrase {
  GUESSED("what"),
  NO_SINGLE_FROM,
  CONTRADICTORY,
  HEALTHY,
  FORWARDED_OK,
  OK_DKIM_ONLY,
  OK_SPF_ONLY,
  TRANSIENT,
  STRICT_MODE,
  SIGNATURE_BROKEN,
  UNALIGNED,
  PERHAPS_CHANGED,
  OWN_SPF,
  UNKNOWN_THIRD_PARTY,
  SPOOF_SUSPECT,
  UNKNOWN;

  private final List<String> arguments;

  ClassPhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "wording.class";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
