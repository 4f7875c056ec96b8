package dmarcreports.analysis.lookup;

import java.util.List;

/** What can be said of the key of a selector. */
enum DkimRemark implements Weighed {
  UNTOLD(Severity.UNKNOWN, "question", "failure"),
  NO_NAME_IN_DNS(Severity.NOTE, "selector"),
  KEY_GOOD(Severity.OK, "kind", "bits"),
  KEY_SHORT(Severity.NOTE, "bits"),
  TOO_SHORT(Severity.ATTENTION, "bits"),
  TESTING(Severity.NOTE),
  FOR_ITS_DOMAIN_ONLY(Severity.NOTE, "domain"),
  ABSENT(Severity.ATTENTION, "name"),
  ABSENT_IN_USE(Severity.ATTENTION, "messages", "day"),
  ABSENT_UNPROVEN(Severity.UNKNOWN, "messages", "day"),
  ABSENT_RETIRED(Severity.NOTE, "day"),
  REVOKED(Severity.NOTE),
  REVOKED_IN_USE(Severity.ATTENTION, "messages", "day"),
  SEVERAL(Severity.ATTENTION, "records"),
  OTHER_TEXT(Severity.ATTENTION, "text"),
  NO_KEY(Severity.ATTENTION),
  UNREADABLE(Severity.ATTENTION),
  UNKNOWN_ALGORITHM(Severity.ATTENTION),
  NOT_FOR_MAIL(Severity.ATTENTION),
  TAG(Severity.NOTE, "place", "text", "why"),
  EASY_DKIM(Severity.OK, "known", "tokens"),
  EASY_DKIM_OTHER_TOKEN(Severity.ATTENTION, "token"),
  EASY_DKIM_TOKEN_CUT(Severity.ATTENTION, "token"),
  EASY_DKIM_DOT_FORGOTTEN(Severity.ATTENTION, "target", "appended"),
  EASY_DKIM_GONE(Severity.ATTENTION, "target"),
  EASY_DKIM_COPIED(Severity.NOTE),
  PASSES(Severity.OK, "messages", "day"),
  SOME_FAIL(Severity.NOTE, "passing", "failing"),
  FAILS_THOUGH_THERE(Severity.NOTE, "messages", "day");

  private final Severity severity;
  private final List<String> arguments;

  DkimRemark(Severity severity, String... arguments) {
    this.severity = severity;
    this.arguments = List.of(arguments);
  }

  @Override
  public Topic topic() {
    return Topic.DKIM;
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
