package dmarcreports.analysis.lookup;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What to do about a custom MAIL FROM domain. */
enum MailFromAdvice implements Phrase {
  REMOVE_ALIAS,
  PUBLISH_MX,
  KEEP_ONE_MX,
  PUBLISH_SPF,
  KEEP_ONE_SPF,
  CORRECT_SPF,
  ADD_SES,
  SET_THERE_TOO("regions"),
  START_AGAIN;

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
