package dmarcreports.analysis.lookup;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What to do about the key of a selector. */
enum DkimAdvice implements Phrase {
  PUBLISH_KEY,
  PUBLISH_ALIAS,
  IF_YOURS,
  PUBLISH_AGAIN,
  KEEP_ONE,
  LEAD_TO_ITS_TOKEN,
  START_EASY_DKIM_AGAIN,
  LONGER_KEY;

  @Override
  public String subject() {
    return "lookup.dkim_advice";
  }

  @Override
  public List<String> arguments() {
    return List.of();
  }
}
