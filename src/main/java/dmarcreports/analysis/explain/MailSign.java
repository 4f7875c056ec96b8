package dmarcreports.analysis.explain;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What one mail shows and a report does not. */
public enum MailSign implements Phrase {
  LIST_CHANGED_BODY("list"),
  LIST("list"),
  FOOTER("line"),
  BODY_HASH_FAILED("key", "words"),
  BODY_CHANGED("key"),
  BODY_WHOLE("key"),
  BODY_LENGTH("key", "length"),
  PASSED_BEFORE("host"),
  SES_REGION("region", "account"),
  SES_ADDRESS("address"),
  SES_ADDRESS_IDENTITY("address", "command"),
  REPORT_DIAGNOSTIC("words");

  private final List<String> arguments;

  MailSign(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "mail.sign";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
