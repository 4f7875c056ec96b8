package dmarcreports.analysis.explain;

import dmarcreports.report.DkimResult;
import dmarcreports.report.SpfResult;
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

  static Optional<DkimResult> dkim(String word) {
    return of(DkimResult.class, word);
  }

  static Optional<SpfResult> spf(String word) {
    return of(SpfResult.class, word.equals("hardfail") ? "fail" : word);
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
