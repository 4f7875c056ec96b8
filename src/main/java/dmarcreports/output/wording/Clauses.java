package dmarcreports.output.wording;

import dmarcreports.output.language.Language;
import java.util.List;

/** Several clauses in one sentence, which may have commas of their own. */
public final class Clauses {
  private Clauses() {}

  public static String of(List<String> clauses, Language language) {
    return clauses.stream()
        .reduce((first, more) -> language.say(TextPhrase.CLAUSES.of(first, more)))
        .orElse("");
  }
}
