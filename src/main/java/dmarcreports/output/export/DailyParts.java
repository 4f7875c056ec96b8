package dmarcreports.output.export;

import dmarcreports.report.DateRange;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The messages of a long window shared out among its UTC days by their seconds, as parsedmarc does:
 * the whole messages of each day's share, then one each for the largest remainders.
 */
final class DailyParts {
  private static final long DAY = 86_400;

  /**
   * A longer window stays whole: reports are of a day or a week, and one of a century would be made
   * to fill a disk.
   */
  static final long MOST_DAYS = 31;

  private DailyParts() {}

  /** So many messages of a window. */
  record Part(DateRange window, long messages) {}

  /** Whether messages of that window are shared out. */
  static boolean isShared(DateRange window) {
    long seconds = seconds(window);
    return seconds > DAY && seconds <= MOST_DAYS * DAY;
  }

  /** The days that get a message, in order; the whole window where there is nothing to share. */
  static List<Part> of(DateRange window, long messages) {
    if (messages == 0 || !isShared(window)) {
      return List.of(new Part(window, messages));
    }
    List<DateRange> days = days(window);
    BigInteger whole = BigInteger.valueOf(seconds(window));
    long[] shares = new long[days.size()];
    BigInteger[] remainders = new BigInteger[days.size()];
    long left = messages;
    for (int i = 0; i < shares.length; i++) {
      BigInteger[] share =
          BigInteger.valueOf(messages)
              .multiply(BigInteger.valueOf(seconds(days.get(i))))
              .divideAndRemainder(whole);
      shares[i] = share[0].longValueExact();
      remainders[i] = share[1];
      left -= shares[i];
    }
    IntStream.range(0, shares.length)
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
        .limit(left)
        .forEach(i -> shares[i]++);
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) {
      if (shares[i] > 0) {
        parts.add(new Part(days.get(i), shares[i]));
      }
    }
    return parts;
  }

  private static List<DateRange> days(DateRange window) {
    List<DateRange> days = new ArrayList<>();
    long end = window.end().getEpochSecond();
    long from = window.begin().getEpochSecond();
    while (from < end) {
      long to = Math.min(end, (Math.floorDiv(from, DAY) + 1) * DAY);
      days.add(new DateRange(Instant.ofEpochSecond(from), Instant.ofEpochSecond(to)));
      from = to;
    }
    return days;
  }

  private static long seconds(DateRange window) {
    return window.end().getEpochSecond() - window.begin().getEpochSecond();
  }
}
