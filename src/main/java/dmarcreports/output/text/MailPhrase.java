package dmarcreports.output.text;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** How one mail is explained, around the evidence. */
enum MailPhrase implements Phrase {
  TITLE("from"),
  TITLE_OF_NOBODY,
  IN_BOUNCE("reporter"),
  IN_COMPLAINT("kind", "reporter"),
  IN_REPORT("type", "reporter"),
  SOMEBODY,
  PASSES("author"),
  FAILS("author"),
  UNKNOWN("author"),
  FROM_MISSING,
  FROM_REPEATED("number"),
  FROM_WITHOUT_DOMAIN,
  FROM_OF_SEVERAL("domains"),
  NOTHING_TO_GO_BY("author"),
  CODED("code", "confidence"),
  CODED_WITHOUT_SIGNS("code", "confidence"),
  CODED_BY_CLAIMS("code"),
  WOULD_PASS("author"),
  IF_SIGNATURES_STAND,
  VOUCHED,
  FROM,
  FROM_WITH_NAME("name", "address"),
  RETURN_PATH,
  CAME_IN,
  CAME_IN_FROM("address"),
  CAME_IN_FROM_AT("address", "time"),
  CAME_IN_AT("time"),
  BELIEVED,
  BELIEVED_OF("host"),
  SPF_FIELD("result"),
  NOT_BELIEVED("host", "why"),
  OTHER_HOST,
  BELOW_STRANGER,
  NOT_TOPMOST,
  NO_NAME,
  NO_RESULTS,
  CLAIMED("instance", "host"),
  WHY,
  CIRCUMSTANCES,
  SHOWS,
  IN_DNS,
  TO_DO,
  STEPS_SPEAK_OF_REPORTS,
  NOTHING,
  STEPS_IF_SIGNATURES_STAND,
  ASK_FOR_RESULTS,
  WRITE_ONE_FROM,
  IF_LIST,
  ACTION("change", "target"),
  SUCH_MAIL_PASSES,
  SUCH_MAIL_MAY_PASS,
  SUCH_MAIL_FAILS_ON,
  ASSUMED;

  private final List<String> arguments;

  MailPhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "explain.mail";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
