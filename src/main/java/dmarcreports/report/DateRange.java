package dmarcreports.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The window that a report is about (RFC 9990, {@code date_range}).
 *
 * @param begin its first second
 * @param end its last second or the one after it: reporters send both
 */
public record DateRange(Instant begin, Instant end) {
  /** Refuses a window that ends before it begins. */
  public DateRange {
    if (end.isBefore(begin)) {
      throw new IllegalArgumentException("ends before it begins: " + begin + " to " + end);
    }
  }

  /** The UTC day in which the middle of the window lies. */
  public LocalDate day() {
    long middle = begin.getEpochSecond() + (end.getEpochSecond() - begin.getEpochSecond()) / 2;
    return Instant.ofEpochSecond(middle).atZone(ZoneOffset.UTC).toLocalDate();
  }
}
