package dmarcreports.output.wording;

import dmarcreports.output.language.Language;
import java.util.List;
import java.util.Optional;

/**
 * Several things of one kind, as they are told.
 *
 * @param heading what they are
 * @param items each in a sentence; those that are told
 * @param more how many more there are, and where; empty where all are told
 */
public record Listed(String heading, List<String> items, Optional<String> more) {
  public Listed {
    items = List.copyOf(items);
  }

  /**
   * @param all how many there are
   * @param list the file that has them all
   */
  static Listed of(String heading, List<String> items, int all, String list, Language language) {
    return new Listed(heading, items, more(all - items.size(), list, language));
  }

  /**
   * That there are more.
   *
   * @param left how many; none where that is nought
   * @param list where all of them are
   */
  public static Optional<String> more(long left, String list, Language language) {
    return left > 0
        ? Optional.of(language.say(TextPhrase.MORE_IN_LIST.of(left, list)))
        : Optional.empty();
  }
}
