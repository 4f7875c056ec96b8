package dmarcreports.stored;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * On which days a reporter reported.
 *
 * @param name the reporter's own; hostile text
 * @param days different ones, in order, at least one
 */
public record ReporterDays(String name, List<LocalDate> days) {
  private static final int ENOUGH_DAYS = 7;
  private static final int QUIET_DAYS = 3;
  private static final int QUIET_GAPS = 3;

  /** Keeps its own copy of the list. */
  public ReporterDays {
    days = List.copyOf(days);
    if (days.isEmpty()) {
      throw new IllegalArgumentException(name + " reported on no day");
    }
  }

  /** The newest day. */
  public LocalDate lastSeen() {
    return days.get(days.size() - 1);
  }

  /** The days from one report to the next, as a rule: the median; 0 where there is but one day. */
  public long usualGap() {
    long[] gaps =
        IntStream.range(1, days.size())
            .mapToLong(i -> DAYS.between(days.get(i - 1), days.get(i)))
            .sorted()
            .toArray();
    return gaps.length == 0 ? 0 : gaps[gaps.length / 2];
  }

  /**
   * Whether it used to report and does no more: on seven days or more, and now nothing for more
   * than three days and more than three times its usual gap.
   *
   * @param today the newest day of all reporters
   */
  public boolean isQuietOn(LocalDate today) {
    long silence = DAYS.between(lastSeen(), today);
    return days.size() >= ENOUGH_DAYS && silence > QUIET_DAYS && silence > QUIET_GAPS * usualGap();
  }
}
