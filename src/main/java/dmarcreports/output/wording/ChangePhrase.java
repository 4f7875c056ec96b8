package dmarcreports.output.wording;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** Changes in a few words each. */
enum ChangePhrase implements Phrase {
  OF_TARGET("changes", "target"),
  CODED("changes", "codes"),
  TOGETHER("first", "more"),
  RELAX_ASPF,
  RELAX_ADKIM,
  CUSTOM_MAIL_FROM,
  EASY_DKIM,
  REPAIR_EASY_DKIM,
  OWN_IDENTITY,
  VENDOR_DKIM,
  VENDOR_RETURN_PATH,
  PUBLISH_DKIM,
  REPAIR_DKIM,
  AUTHORIZE_IN_SPF,
  REPAIR_SPF,
  ASK_OWNER,
  PARK_DOMAIN,
  ENFORCE_POLICY,
  WAIT,
  NONE;

  private final List<String> arguments;

  ChangePhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "wording.change";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
