package dmarcreports.analysis.lookup;

import java.util.List;
import java.util.Locale;

/** What can be said of what one mail shows beside what DNS shows now. */
enum MailRemark implements Weighed {
  POLICY_AS_THEN(Topic.DMARC, Severity.OK, "policy"),
  POLICY_OTHER_NOW(Topic.DMARC, Severity.NOTE, "then", "now"),
  POLICY_NOW(Topic.DMARC, Severity.NOTE, "now"),
  POLICY_GONE(Topic.DMARC, Severity.NOTE, "then"),

  PATH_WITHOUT_RECORD(Topic.SPF, Severity.UNKNOWN, "name"),
  PATH_WITHOUT_ADDRESS(Topic.SPF, Severity.NOTE),
  PATH_PERMITTED(Topic.SPF, Severity.OK, "address"),
  PATH_PERMITTED_AS_THEN(Topic.SPF, Severity.OK, "address"),
  PATH_PERMITTED_NOW(Topic.SPF, Severity.NOTE, "address", "name", "then"),
  PATH_NOT_PERMITTED(Topic.SPF, Severity.NOTE, "address", "now"),
  PATH_NOT_PERMITTED_EITHER(Topic.SPF, Severity.NOTE, "address", "now", "then"),
  PATH_PERMITTED_NO_MORE(Topic.SPF, Severity.ATTENTION, "address", "name", "now"),
  PATH_UNTOLD(Topic.SPF, Severity.UNKNOWN, "address"),

  KEY_MISSING(Topic.DKIM, Severity.UNKNOWN, "name"),
  KEY_AS_THEN(Topic.DKIM, Severity.OK),
  KEY_THERE_NOW(Topic.DKIM, Severity.NOTE, "name", "then"),
  KEY_UNANSWERED_THEN(Topic.DKIM, Severity.NOTE, "name", "then"),
  KEY_NOT_THE_CAUSE(Topic.DKIM, Severity.NOTE, "then"),
  KEY_IS_THE_CAUSE(Topic.DKIM, Severity.NOTE, "then"),
  KEY_GONE_SINCE(Topic.DKIM, Severity.UNKNOWN, "name"),
  MORE_KEYS(Topic.DKIM, Severity.UNKNOWN, "more", "most");

  private final Topic topic;
  private final Severity severity;
  private final List<String> arguments;

  MailRemark(Topic topic, Severity severity, String... arguments) {
    this.topic = topic;
    this.severity = severity;
    this.arguments = List.of(arguments);
  }

  /** Whether DNS shows something else than the receiver saw. */
  boolean isChange() {
    return switch (this) {
      case POLICY_OTHER_NOW,
          POLICY_GONE,
          PATH_PERMITTED_NOW,
          PATH_PERMITTED_NO_MORE,
          KEY_THERE_NOW,
          KEY_UNANSWERED_THEN,
          KEY_GONE_SINCE ->
          true;
      case POLICY_AS_THEN,
          POLICY_NOW,
          PATH_WITHOUT_RECORD,
          PATH_WITHOUT_ADDRESS,
          PATH_PERMITTED,
          PATH_PERMITTED_AS_THEN,
          PATH_NOT_PERMITTED,
          PATH_NOT_PERMITTED_EITHER,
          PATH_UNTOLD,
          KEY_MISSING,
          KEY_AS_THEN,
          KEY_NOT_THE_CAUSE,
          KEY_IS_THE_CAUSE,
          MORE_KEYS ->
          false;
    };
  }

  @Override
  public Topic topic() {
    return topic;
  }

  @Override
  public Severity severity() {
    return severity;
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }

  @Override
  public String subject() {
    return "lookup.mail";
  }

  @Override
  public String code() {
    return "mail." + name().toLowerCase(Locale.ROOT);
  }
}
