package dmarcreports.output.wording;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** How findings came about, around the evidence. */
public enum ExplainPhrase implements Phrase {
  PREFACE,
  SOURCE("source", "domain"),
  FARED("messages", "pass", "fail"),
  FARED_WITH_UNKNOWN("messages", "pass", "fail", "unknown"),
  RECORD("domain", "policy", "spf", "dkim"),
  POLICY_NOT_TOLD,
  STREAM("number", "all", "fate", "name"),
  PASSING("messages"),
  WITHOUT_VERDICT("messages"),
  NAME_AS("name", "author"),
  WHOLE("messages", "addresses"),
  WHY("code", "confidence", "decision"),
  CIRCUMSTANCES,
  TO_DO("source", "domain"),
  NOTHING_HELPS,
  NOTHING_FAILS,
  ACTION("change", "target", "state", "since"),
  REPAIRS_NOTHING,
  REPAIRS("here", "all"),
  FAILING_BETWEEN("least", "most"),
  NEEDS,
  ASSUMES,
  DNS_RECORDS,
  CODE("language");

  private final List<String> arguments;

  ExplainPhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "explain";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
