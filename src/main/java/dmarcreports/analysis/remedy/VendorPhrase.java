package dmarcreports.analysis.remedy;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What is said of the settings of a service. */
enum VendorPhrase implements Phrase {
  SERVICE_BEHIND("domain"),
  SOME_SERVICE,
  NEEDS_ACCOUNT("service", "domains"),
  STRICT_NEEDS_EXACT_NAME("domains"),
  NEEDS_RELAXED_DKIM("service", "domains"),
  NEEDS_RELAXED_SPF("domains"),
  SENT_WITH_THAT_SETTING,
  ALIGNS_RELAXED_DKIM,
  ALIGNS_RELAXED_SPF,
  HAS_THAT_RETURN_PATH,
  NOT_ALL_VERIFIED("service"),
  CANNOT_SIGN("service"),
  LEAVE_DNS("service", "domains"),
  GOES_ON_FAILING,
  KEEPS_RETURN_PATH("service"),
  LEAVE_SPF,
  LET_IT_SIGN("service", "domains"),
  SPF_STAYS,
  SET_UP_UNDER("service", "setting", "domains"),
  SET_UP_BELOW_UNDER("service", "setting", "domains"),
  SET_UP_DOMAIN_AUTHENTICATION("service", "domains"),
  SET_UP_SENDING_DOMAIN("service", "domains"),
  SET_UP_RETURN_PATH("service", "domains"),
  SET_UP_BOUNCE_DOMAIN("service", "domains"),
  ADD_INCLUDE("include", "domains"),
  PUBLISH_WHAT_IS_SHOWN("service"),
  LET_IT_VERIFY("service"),
  PUBLISH_RECORD,
  PUBLISH_WHAT_IS_ASKED("service"),
  CHECK_SIGNATURE("signers"),
  CHECK_SIGNATURE_BELOW("domains"),
  CHECK_RETURN_PATH("domains"),
  CHECK_RETURN_PATH_BELOW("domains");

  private final List<String> arguments;

  VendorPhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "remedy.vendor";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
