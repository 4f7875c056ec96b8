package dmarcreports.analysis.explain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Words of results as constants, and back. */
final class MailWords {
  private MailWords() {}

  /** Empty where it is none of the RFC's words, which passes nothing. */
  static <E extends Enum<E>> Optional<E> of(Class<E> type, String word) {
    String name = word.toUpperCase(Locale.ROOT);
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(name))
        .findFirst();
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
