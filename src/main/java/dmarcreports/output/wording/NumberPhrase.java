package dmarcreports.output.wording;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** Numbers as a person reads them. */
enum NumberPhrase implements Phrase {
  PERCENT("share"),
  NO_VERDICTS,
  FROM_TO("least", "most"),
  RANGE("first", "last"),
  AND_SO_ON("shown");

  private final List<String> arguments;

  NumberPhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "wording.number";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
