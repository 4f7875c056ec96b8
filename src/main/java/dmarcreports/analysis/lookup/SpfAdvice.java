package dmarcreports.analysis.lookup;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What to do about an SPF record. */
enum SpfAdvice implements Phrase {
  IF_NOT_USED("name"),
  PUBLISH_FIRST("name"),
  KEEP_ONE,
  CORRECT_RECORD,
  CLOSE_RECORD,
  SAVE_LOOKUPS,
  REMOVE_NAMES,
  REMOVE_WORD("term"),
  CORRECT_WORD("term"),
  MAY_BE_REMOVED("term"),
  LET_IN_AGAIN;

  private final List<String> arguments;

  SpfAdvice(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "lookup.spf_advice";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
