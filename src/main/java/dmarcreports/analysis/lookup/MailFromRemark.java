package dmarcreports.analysis.lookup;

import java.util.List;

/** What can be said of a custom MAIL FROM domain. */
enum MailFromRemark implements Weighed {
  UNTOLD(Severity.UNKNOWN, "question", "failure"),
  MX_FINE(Severity.OK, "region"),
  NO_MX(Severity.ATTENTION, "name"),
  SEVERAL_MX(Severity.ATTENTION, "name", "records"),
  OTHER_MX(Severity.ATTENTION, "name", "exchange"),
  OTHER_REGIONS(Severity.NOTE, "region", "seen"),
  SPF_FINE(Severity.OK),
  NO_SPF(Severity.ATTENTION, "name"),
  SEVERAL_SPF(Severity.ATTENTION, "name"),
  SPF_WITHOUT_SES(Severity.ATTENTION, "name");

  private final Severity severity;
  private final List<String> arguments;

  MailFromRemark(Severity severity, String... arguments) {
    this.severity = severity;
    this.arguments = List.of(arguments);
  }

  @Override
  public Topic topic() {
    return Topic.MAIL_FROM;
  }

  @Override
  public Severity severity() {
    return severity;
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
