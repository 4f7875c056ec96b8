package dmarcreports.output.wording;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** How much a change repairs. */
enum EffectPhrase implements Phrase {
  ASKS("failing"),
  PARKS("failing"),
  STOPS("failing"),
  WAITS("failing"),
  SHOWS_NO_REPAIR("failing"),
  REPAIRS("repaired", "failing"),
  REPAIRS_BETWEEN("least", "most", "failing", "condition"),
  REPAIRS_AT_RATES("repaired", "failing", "rates"),
  REPAIRS_BETWEEN_AT_RATES("least", "most", "failing", "condition", "rates"),
  ALONE("repaired", "failing"),
  ALONE_BETWEEN("least", "most", "failing", "condition"),
  BESIDES("others"),
  BESIDES_AS_SECOND_PROOF("others"),
  FAILING_SINCE("day"),
  RATE("now", "then"),
  RATE_AND_TOGETHER("now", "then", "last", "together"),
  RATE_AND_TOGETHER_WITH_CLOSED("now", "then", "last", "together"),
  TOGETHER("last", "together"),
  TOGETHER_WITH_CLOSED("last", "together"),
  WHOSE_ACCOUNT,
  WHOSE_SERVERS("servers"),
  WHICH_FLAW,
  LEFT_OPEN;

  private final List<String> arguments;

  EffectPhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "wording.effect";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
