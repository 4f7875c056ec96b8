package dmarcreports.output.wording;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** How much a change repairs, where there is little room. */
enum BriefEffectPhrase implements Phrase {
  FAILING("failing"),
  REPAIRED("repaired", "failing"),
  REPAIRED_BETWEEN("least", "most", "failing"),
  ASKS("failing"),
  PARKS("failing"),
  SHOWS_NO_REPAIR("failing"),
  REPAIRS("repaired", "failing", "now", "then"),
  REPAIRS_UP_TO("most", "failing", "now", "then"),
  REPAIRS_UP_TO_IF("most", "failing", "condition", "now", "then"),
  REPAIRS_FROM_TO("least", "most", "failing", "now", "then"),
  REPAIRS_FROM_TO_IF("least", "most", "failing", "condition", "now", "then"),
  IF_ACCOUNT_IS_YOURS,
  IF_SERVERS_ARE_YOURS("servers"),
  IF_KEY_IS_WRONG;

  private final List<String> arguments;

  BriefEffectPhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "wording.effect.brief";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
