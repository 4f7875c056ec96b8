package dmarcreports.analysis.lookup;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How something fared in the reports.
 *
 * @param passing messages for which it passed
 * @param failing messages for which it was checked and did not; what DNS did not answer for is in
 *     neither
 * @param lastPassing the newest day of the first; empty where there are none
 * @param lastFailing the newest day of the second; empty where there are none
 */
public record Fared(
    long passing, long failing, Optional<LocalDate> lastPassing, Optional<LocalDate> lastFailing) {
  /** Nothing yet. */
  public static final Fared NONE = new Fared(0, 0, Optional.empty(), Optional.empty());

  /** Most of what passes first, then most of what fails: who only fails may be a forger. */
  static final Comparator<Fared> MOST =
      Comparator.comparingLong(Fared::passing).thenComparingLong(Fared::failing).reversed();

  static Fared passed(long messages, LocalDate day) {
    return new Fared(messages, 0, Optional.of(day), Optional.empty());
  }

  static Fared failed(long messages, LocalDate day) {
    return new Fared(0, messages, Optional.empty(), Optional.of(day));
  }

  Fared and(Fared other) {
    return new Fared(
        passing + other.passing,
        failing + other.failing,
        later(lastPassing, other.lastPassing),
        later(lastFailing, other.lastFailing));
  }

  /** Whether the newest day on which it was seen is one on which it failed, and only that. */
  boolean failsNow() {
    return lastFailing.isPresent()
        && lastPassing.filter(day -> !day.isBefore(lastFailing.get())).isEmpty();
  }

  private static Optional<LocalDate> later(Optional<LocalDate> one, Optional<LocalDate> other) {
    return Stream.of(one, other).flatMap(Optional::stream).max(Comparator.naturalOrder());
  }
}
