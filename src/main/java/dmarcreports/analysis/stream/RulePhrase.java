package dmarcreports.analysis.stream;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** How the conditions of a row of the class table stand together. */
enum RulePhrase implements Phrase {
  AND;

  @Override
  public String subject() {
    return "rule";
  }

  @Override
  public List<String> arguments() {
    return List.of("condition", "others");
  }
}
