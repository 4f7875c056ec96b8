package dmarcreports.output.wording;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** How mail fared, and when. */
enum VerdictPhrase implements Phrase {
  DECIDED("pass", "messages", "rate", "fail"),
  WITH_UNDECIDED("decided", "unknown"),
  WHOSE("decided", "whose"),
  WHOSE_WITH_UNDECIDED("decided", "whose", "unknown"),
  OURS("ours"),
  OURS_AND_OTHERS("ours", "others"),
  OURS_AND_PERHAPS("ours", "perhaps"),
  OURS_AND_PERHAPS_AND_OTHERS("ours", "perhaps", "others"),
  PERHAPS("perhaps"),
  PERHAPS_AND_OTHERS("perhaps", "others"),
  NONE_OURS,
  ON_DAY("day"),
  FROM_DAY_TO_DAY("first", "last");

  private final List<String> arguments;

  VerdictPhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "wording.verdict";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
