package dmarcreports.output.wording;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What was seen, what the receiver said of it, what a change would do. */
enum EvidencePhrase implements Phrase {
  EVIDENCE("number"),
  ORIGIN("messages", "addresses", "days", "reporters"),
  ORIGIN_UNRELIABLE("messages", "addresses", "days", "reporters"),
  NO_ADDRESS,
  ON_DAYS("number", "first", "last"),
  SIDE("name", "mode"),
  NO_CHECK,
  CHECK("result", "domain", "relation"),
  CHECK_OF_NO_NAME("result", "relation"),
  ODD_RESULT,
  FROM_LINE,
  EXACT,
  EXACT_COUNTS,
  ORGANIZATIONAL("from"),
  ORGANIZATIONAL_COUNTS("from"),
  ORGANIZATIONAL_STRICT("from"),
  FOREIGN("from"),
  FOREIGN_PASSES("from"),
  PROVES_NOBODY,
  RECEIVER_SAYS("verdict"),
  RECEIVER_SAYS_NOTHING,
  CAUSE("words", "code"),
  SO,
  PASSES,
  FAILS,
  UNKNOWN,
  ASKED_NOTHING,
  ASKED_QUARANTINE,
  ASKED_REJECT,
  LET_THROUGH("code"),
  SET_ASIDE("code"),
  REFUSED("code"),
  DONE_SOFTER("done"),
  PASSED_ON,
  NULL_SENDER,
  BROKEN_KEYS("keys"),
  SAME_CHANGES("number"),
  AFTER_CHANGE,
  YES,
  MAYBE,
  NO,
  CHANGE("change", "effect"),
  CHANGE_ADVISED("change", "effect");

  private final List<String> arguments;

  EvidencePhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "explain.evidence";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
