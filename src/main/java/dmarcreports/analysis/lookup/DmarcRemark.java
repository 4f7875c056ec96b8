package dmarcreports.analysis.lookup;

import java.util.List;

/** What can be said of a DMARC record. */
enum DmarcRemark implements Weighed {
  UNTOLD(Severity.UNKNOWN, "question", "failure"),
  ABSENT(Severity.ATTENTION, "domain"),
  SEVERAL(Severity.ATTENTION, "domain", "records"),
  FOUND(Severity.OK, "domain"),
  INHERITED(Severity.NOTE, "name", "domain"),
  OF_THE_SUFFIX(Severity.NOTE, "name", "domain"),
  BY_TREE_WALK_ONLY(Severity.NOTE, "domain", "other"),
  BY_SUFFIX_LIST_ONLY(Severity.ATTENTION, "domain"),
  RECORDS_DIFFER(Severity.NOTE, "walk", "list"),
  ORGANIZATIONS_DIFFER(Severity.NOTE, "walk", "list"),
  TAKEN_AS_NONE(Severity.ATTENTION),
  NOT_USED(Severity.ATTENTION),
  POLICY_NONE(Severity.NOTE, "tag"),
  POLICY_QUARANTINE(Severity.OK, "tag"),
  POLICY_REJECT(Severity.OK, "tag"),
  POLICY_UNTOLD(Severity.UNKNOWN, "name"),
  BELOW(Severity.NOTE, "policy"),
  NOT_EXISTING(Severity.NOTE, "policy"),
  TESTING(Severity.NOTE, "policy"),
  TESTING_UNTOLD(Severity.NOTE),
  PERCENTAGE(Severity.NOTE, "pct"),
  PUBLIC_SUFFIX(Severity.NOTE),
  ALIGNMENT_RELAXED(Severity.OK),
  ALIGNMENT_STRICT(Severity.NOTE, "tags"),
  NO_REPORTS(Severity.ATTENTION),
  REPORTS_GO_TO(Severity.OK, "uris"),
  FAILURE_REPORTS_GO_TO(Severity.OK, "uris"),
  URI_CANNOT_WORK(Severity.ATTENTION, "uri", "place", "why"),
  URI_OF_ANOTHER_SCHEME(Severity.NOTE, "uri"),
  SIZE_IGNORED(Severity.NOTE, "uri", "size"),
  EXTERNAL_AGREES(Severity.OK, "destination"),
  EXTERNAL_DOES_NOT_AGREE(Severity.ATTENTION, "destination"),
  EXTERNAL_LEADS_AWAY(Severity.ATTENTION, "destination", "instead"),
  EXTERNAL_NAME_TOO_LONG(Severity.ATTENTION, "destination"),
  EXTERNAL_UNTOLD(Severity.UNKNOWN, "destination", "failure"),
  EXTERNAL_NOT_ASKED(Severity.UNKNOWN, "destination", "most"),
  OTHER_TEXT(Severity.NOTE, "text"),
  ALMOST_A_RECORD(Severity.ATTENTION, "text", "why"),
  TAG_WRONG(Severity.ATTENTION, "place", "text", "why"),
  TAG_IDLE(Severity.NOTE, "place", "text", "why");

  private final Severity severity;
  private final List<String> arguments;

  DmarcRemark(Severity severity, String... arguments) {
    this.severity = severity;
    this.arguments = List.of(arguments);
  }

  @Override
  public Topic topic() {
    return Topic.DMARC;
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
