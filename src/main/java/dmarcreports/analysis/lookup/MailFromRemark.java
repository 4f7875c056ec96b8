package dmarcreports.analysis.lookup;

import java.util.List;

/** What can be said of a custom MAIL FROM domain. */
enum MailFromRemark implements Weighed {
  GOOD(Severity.OK, "regions"),
  ALIAS(Severity.ATTENTION, "name"),
  MX_UNTOLD(Severity.UNKNOWN, "failure"),
  MX_MISSING(Severity.ATTENTION, "name"),
  MX_NULL(Severity.ATTENTION, "name"),
  MX_SEVERAL(Severity.ATTENTION, "name", "records"),
  MX_ELSEWHERE(Severity.ATTENTION, "name", "exchange"),
  MX_OTHER_REGION(Severity.NOTE, "region", "seen"),
  SPF_UNTOLD(Severity.UNKNOWN, "failure"),
  SPF_MISSING(Severity.ATTENTION, "name"),
  SPF_SEVERAL(Severity.ATTENTION, "name", "records"),
  SPF_BROKEN(Severity.ATTENTION, "name"),
  SPF_WITHOUT_SES(Severity.ATTENTION, "name"),
  FALLS_BACK(Severity.ATTENTION);

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
