package dmarcreports.output.text;

import dmarcreports.output.language.Language;
import java.util.List;

/** Several clauses in one sentence, which may have commas of their own. */
final class Clauses {
  private Clauses() {}

  static String of(List<String> clauses, Language language) {
    return clauses.stream()
        .reduce((first, more) -> language.say(TextPhrase.CLAUSES.of(first, more)))
        .orElse("");
  }
}
