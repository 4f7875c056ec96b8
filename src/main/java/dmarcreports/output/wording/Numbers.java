package dmarcreports.output.wording;

import dmarcreports.output.plain.Counted;
import dmarcreports.output.plain.Glue;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as a person reads them. */
public final class Numbers {
  private static final String PER_CENT = Glue.CHARACTER + "%";

  private static final long MOST_DIGITS = 9_999_999;
  private static final String[] THOUSANDS = {" k", " M", " G", " T", " P"};

  private Numbers() {}

  /** How many of something: {@code 1 address}, {@code 2 addresses}. */
  public static String counted(long number, String what) {
    return "" + number + Glue.CHARACTER + Counted.noun(number, what);
  }

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
  public static String percent(OptionalDouble rate) {
    return rate.isEmpty() ? "no verdicts" : tenths(rate.getAsDouble()) + PER_CENT;
  }

  /** One share, or from one to another. */
  public static String percent(OptionalDouble least, OptionalDouble most) {
    String from = percent(least);
    String to = percent(most);
    return from.equals(to) ? from : from + " to " + to;
  }

  static String share(long part, long whole) {
    return percent(whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / (double) whole));
  }

  /** The first few of them, and how many more there are. */
  public static String list(List<String> items, int most) {
    int more = items.size() - most;
    return more > 0
        ? String.join(", ", items.subList(0, most)) + " and " + more + " more"
        : String.join(", ", items);
  }

  /** All of them, the last after an {@code and}. */
  public static String and(List<String> items) {
    int last = items.size() - 1;
    return last < 1
        ? String.join("", items)
        : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
  }

  private static String tenths(double rate) {
    double rounded = Math.round(rate * 1000) / 10.0;
    double least = rate > 0 ? Math.max(rounded, 0.1) : rounded;
    return String.format(Locale.ROOT, "%.1f", rate < 1 ? Math.min(least, 99.9) : least);
  }
}
