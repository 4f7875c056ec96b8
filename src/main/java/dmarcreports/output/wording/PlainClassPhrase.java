package dmarcreports.output.wording;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What is the matter with mail of a class, in half a line: where that is more than a few words. */
enum PlainClassPhrase implements Phrase {
  NO_SINGLE_FROM,
  CONTRADICTORY,
  PROVEN,
  STRICT_MODE,
  SES_DKIM_BROKEN,
  UNALIGNED,
  OWN_DKIM,
  OWN_SPF,
  UNKNOWN_THIRD_PARTY,
  SPOOF_SUSPECT,
  UNKNOWN;

  @Override
  public String subject() {
    return "wording.class.plain";
  }

  @Override
  public List<String> arguments() {
    return List.of();
  }
}
