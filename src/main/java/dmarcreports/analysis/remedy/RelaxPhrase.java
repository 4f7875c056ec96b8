package dmarcreports.analysis.remedy;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What is said of relaxed alignment. */
enum RelaxPhrase implements Phrase {
  NEEDS_TRUST("domain"),
  RETURN_PATH_IS_OF_ORGANIZATION,
  SIGNER_IS_OF_ORGANIZATION,
  NAMES_APART("domain", "names"),
  PRICE_UNSEEN("authors"),
  PRICE("authors", "names"),
  THERE_ALREADY("tags"),
  ONLY_AFTER_THE_REST("tags"),
  GO_THROUGH_ZONES("domain"),
  CHANGE_RECORD("tags", "name"),
  HELPS_NO_FOREIGN_NAME;

  private final List<String> arguments;

  RelaxPhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "remedy.relax";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
