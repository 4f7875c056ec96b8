package dmarcreports.output.wording;

import dmarcreports.analysis.saying.Names;
import dmarcreports.output.language.Language;
import java.util.Collection;
import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as a person reads them. */
public final class Numbers {
  private static final long MOST_DIGITS = 9_999_999;
  private static final String[] THOUSANDS = {" k", " M", " G", " T", " P"};

  private Numbers() {}

  /** In a table: whole up to seven digits, else its beginning and how many it stands for. */
  public static String few(long number) {
    long rest = number;
    int thousands = 0;
    while (rest > MOST_DIGITS) {
      rest /= 1000;
      thousands++;
    }
    return thousands == 0 ? "" + number : rest + THOUSANDS[thousands - 1];
  }

  /** A share in per cent. Only all are 100.0 %, only none are 0.0 %. */
  public static String percent(OptionalDouble rate, Language language) {
    return language.say(
        rate.isEmpty()
            ? NumberPhrase.NO_VERDICTS.of()
            : NumberPhrase.PERCENT.of(language.decimal(tenths(rate.getAsDouble()))));
  }

  /** One share, or from one to another. */
  public static String percent(OptionalDouble least, OptionalDouble most, Language language) {
    String from = percent(least, language);
    String to = percent(most, language);
    return from.equals(to) ? from : language.say(NumberPhrase.FROM_TO.of(from, to));
  }

  /** All of them, the last after an {@code and}. */
  public static Names series(Collection<?> items) {
    return Names.of(Names.Joint.SERIES, items);
  }

  private static String tenths(double rate) {
    double rounded = Math.round(rate * 1000) / 10.0;
    double least = rate > 0 ? Math.max(rounded, 0.1) : rounded;
    return String.format(Locale.ROOT, "%.1f", rate < 1 ? Math.min(least, 99.9) : least);
  }
}
