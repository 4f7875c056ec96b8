package dmarcreports.output.wording;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** Changes in a few words each, where they are explained: those that read otherwise there. */
enum ExplainedChangePhrase implements Phrase {
  CUSTOM_MAIL_FROM,
  EASY_DKIM,
  REPAIR_EASY_DKIM,
  OWN_IDENTITY,
  VENDOR_RETURN_PATH,
  REPAIR_DKIM,
  AUTHORIZE_IN_SPF,
  REPAIR_SPF,
  PARK_DOMAIN,
  WAIT,
  NONE;

  @Override
  public String subject() {
    return "wording.change.explained";
  }

  @Override
  public List<String> arguments() {
    return List.of();
  }
}
