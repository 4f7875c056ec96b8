package dmarcreports.analysis.lookup;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What to do about a custom MAIL FROM domain. */
enum MailFromAdvice implements Phrase {
  PUBLISH_MX,
  KEEP_ONE_MX,
  PUBLISH_SPF,
  ADD_SES,
  LOOK_AT_REGIONS("seen");

  private final List<String> arguments;

  MailFromAdvice(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "lookup.mail_from_advice";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
