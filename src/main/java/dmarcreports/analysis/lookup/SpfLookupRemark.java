package dmarcreports.analysis.lookup;

import java.util.List;

/** What can be said of an SPF record. */
enum SpfLookupRemark implements Weighed {
  UNTOLD(Severity.UNKNOWN, "question", "failure"),
  ABSENT(Severity.NOTE, "name"),
  ABSENT_IN_USE(Severity.ATTENTION, "name", "messages", "day"),
  SEVERAL(Severity.ATTENTION, "name", "records"),
  ALMOST_A_RECORD(Severity.ATTENTION, "text"),
  FOUND(Severity.OK, "name"),
  FAULT(Severity.ATTENTION, "place", "text", "why"),
  ODDITY(Severity.NOTE, "place", "text", "why"),
  LETS_EVERYBODY_IN(Severity.ATTENTION, "place"),
  NO_END(Severity.NOTE),
  MACROS(Severity.NOTE, "letters"),
  LOOKUPS(Severity.OK, "count", "most"),
  TOO_MANY_LOOKUPS(Severity.ATTENTION, "count", "most"),
  TOO_MANY_VOID_LOOKUPS(Severity.ATTENTION, "voids", "most"),
  VOID_LOOKUPS(Severity.NOTE, "count", "voids", "most"),
  VOID_OVER_IPV6(Severity.NOTE, "voids", "most"),
  TOO_MANY_EXCHANGES(Severity.ATTENTION, "most"),
  LEADS_UNTOLD(Severity.UNKNOWN, "term", "failure"),
  NOT_FOLLOWED(Severity.UNKNOWN, "term", "most"),
  LEADS_TO_NO_RECORD(Severity.ATTENTION, "term", "name"),
  LEADS_TO_A_BROKEN_RECORD(Severity.ATTENTION, "term", "name"),
  LEADS_IN_A_CIRCLE(Severity.ATTENTION, "term", "name"),
  SES_IDLE(Severity.NOTE, "term", "place", "name"),
  SES_IN_USE(Severity.OK, "term", "place"),
  PASSING_PERMITTED(Severity.OK, "sources"),
  PASSING_NOT_PERMITTED(Severity.ATTENTION, "sources", "addresses"),
  FAILING_PERMITTED(Severity.NOTE, "sources", "addresses"),
  FAILING_NOT_PERMITTED(Severity.NOTE, "sources", "addresses"),
  SOURCES_UNTOLD(Severity.UNKNOWN, "sources", "addresses"),
  MORE_SOURCES(Severity.UNKNOWN, "more", "most");

  private final Severity severity;
  private final List<String> arguments;

  SpfLookupRemark(Severity severity, String... arguments) {
    this.severity = severity;
    this.arguments = List.of(arguments);
  }

  @Override
  public Topic topic() {
    return Topic.SPF;
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
