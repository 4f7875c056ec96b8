package dmarcreports.analysis.remedy;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What is said of a MAIL FROM domain at Amazon SES. */
enum SesMailFromPhrase implements Phrase {
  NEEDS_IDENTITY("identity", "mail_from"),
  STRICT_HELPS_EXACT_NAME_ONLY("domain", "mail_from"),
  RECORD_LIES_APART("domain", "mail_from"),
  SWITCHED_EVERYWHERE("mail_from"),
  FORWARDED_COPIES_STAY,
  PUBLISH("mail_from"),
  PUBLISH_FOR_ALL_REGIONS("mail_from"),
  SET,
  START_AGAIN,
  LEAVE_SPF_OF_IDENTITY("identity"),
  HAS_FALLEN_BACK("mail_from"),
  CHOOSE_NAME("mail_from", "identity"),
  WAIT,
  STATES,
  ON_MX_FAILURE;

  private final List<String> arguments;

  SesMailFromPhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "remedy.ses_mail_from";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
