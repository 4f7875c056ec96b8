package dmarcreports.output.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What findings were asked for.
 *
 * @param domains the policy domains, sorted; empty for all
 * @param since the first day; empty for the first stored
 * @param until the last day; empty for the last stored
 * @param last so many days back from the newest, where that is how it was asked
 * @param all whether sources that do not fail are shown as well
 */
public record Filters(
    List<String> domains,
    Optional<LocalDate> since,
    Optional<LocalDate> until,
    Optional<Long> last,
    boolean all) {
  /** All that is stored. */
  public static final Filters NONE =
      new Filters(List.of(), Optional.empty(), Optional.empty(), Optional.empty(), false);

  /** Keeps its own copy of the list. */
  public Filters {
    domains = List.copyOf(domains);
  }
}
