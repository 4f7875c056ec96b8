package dmarcreports.stored;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came in since some run of ingest.
 *
 * @param reports stored and counted
 * @param duplicates of reports that came as new with them; one of an older report is no news
 * @param conflicts kept and not counted
 * @param discards how many were discarded and had not been before, by the word for the reason
 */
public record Arrivals(
    long reports, long duplicates, long conflicts, SortedMap<String, Long> discards) {
  /** Keeps its own copy of the map. */
  public Arrivals {
    discards = Collections.unmodifiableSortedMap(new TreeMap<>(discards));
  }

  /** How many were discarded. */
  public long discarded() {
    return discards.values().stream().mapToLong(Long::longValue).sum();
  }
}
