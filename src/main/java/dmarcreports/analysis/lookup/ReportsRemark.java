package dmarcreports.analysis.lookup;

import java.util.List;

/** What can be said of what the reports show beside what DNS shows now. */
enum ReportsRemark implements Weighed {
  POLICY_AS_REPORTED(Severity.OK, "day"),
  POLICY_CHANGED(Severity.NOTE, "then", "now", "day"),
  POLICY_GONE(Severity.ATTENTION, "then", "day"),
  POLICY_UNTOLD(Severity.UNKNOWN, "then"),
  ADVISED_AND_THERE(Severity.OK, "action", "day"),
  ADVISED_AND_PARTLY_THERE(Severity.NOTE, "action", "there", "all"),
  ADVISED_AND_NOT_THERE(Severity.NOTE, "action"),
  ADVISED_AND_UNTOLD(Severity.UNKNOWN, "action"),
  MORE_KEYS(Severity.UNKNOWN, "more", "most"),
  MORE_PATHS(Severity.UNKNOWN, "more", "most"),
  MORE_WALKS(Severity.UNKNOWN, "more", "most"),
  UNNAMED_KEYS(Severity.NOTE, "messages"),
  SES_DEFAULT_PATH(Severity.NOTE, "regions");

  private final Severity severity;
  private final List<String> arguments;

  ReportsRemark(Severity severity, String... arguments) {
    this.severity = severity;
    this.arguments = List.of(arguments);
  }

  @Override
  public Topic topic() {
    return Topic.REPORTS;
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
