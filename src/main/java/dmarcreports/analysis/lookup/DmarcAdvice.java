package dmarcreports.analysis.lookup;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What to do about a DMARC record. */
enum DmarcAdvice implements Phrase {
  PUBLISH_FIRST,
  KEEP_ONE("domain"),
  SAY_THE_POLICY,
  ASK_FOR_REPORTS,
  CORRECT_ADDRESS,
  ASK_DESTINATION("destination"),
  CORRECT_RECORD,
  PUBLISH_WHERE_ALL_LOOK("domain");

  private final List<String> arguments;

  DmarcAdvice(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "lookup.dmarc_advice";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
