package dmarcreports.output.wording;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** Why failing mail of a class is believed to be the owner's, or may be. */
enum BelievedPhrase implements Phrase {
  LABELLED,
  STRICT_MODE,
  SES_DKIM_BROKEN,
  SES_UNALIGNED,
  VENDOR_UNALIGNED,
  OWN_DKIM,
  OWN_SPF,
  PERHAPS_CHANGED,
  UNKNOWN,
  UNKNOWN_THIRD_PARTY,
  CONTRADICTORY,
  NO_SINGLE_FROM,
  TRANSIENT;

  @Override
  public String subject() {
    return "wording.believed";
  }

  @Override
  public List<String> arguments() {
    return List.of();
  }
}
