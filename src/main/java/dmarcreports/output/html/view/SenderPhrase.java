package dmarcreports.output.html.view;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What stands beside those who send */
public enum SenderPhrase implements Phrase {
  FIND,
  SORT,
  BY_FAILING,
  BY_MESSAGES,
  BY_NAME,
  BY_LAST_SEEN,
  FAILING_OF("failing", "messages"),
  NONE_FAILS("messages"),
  NO_VERDICT("messages"),
  LAST_SEEN("day"),
  ADDRESSES("addresses"),
  ADDRESS,
  MESSAGES,
  PASS,
  FAIL,
  UNKNOWN,
  FIRST,
  LAST,
  NONE_NAMED,
  MORE("more", "list"),
  WRITTEN_AS,
  WHOSE,
  OURS,
  PERHAPS_OURS,
  NOT_OURS,
  TREATED,
  TREATED_AS("quarantined", "rejected"),
  SEEN,
  SEEN_ON("period", "days"),
  REPORTERS,
  ADVICE,
  STREAM("what", "messages"),
  CHECKS,
  CLASS_TABLE,
  EXPLAIN,
  NOT_EXPLAINED,
  NONE;

  private final List<String> arguments;

  SenderPhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "html.sender";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
