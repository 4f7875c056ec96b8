package dmarcreports.flow;

import dmarcreports.output.Filters;
import dmarcreports.report.DomainName;
import dmarcreports.store.ReportReader;
import dmarcreports.store.Selection;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Which reports are asked for.
 *
 * @param domains empty for all
 * @param last so many days back from the newest day stored, or from the last day asked for
 */
public record Choice(
    List<DomainName> domains,
    Optional<LocalDate> since,
    Optional<LocalDate> until,
    Optional<Duration> last) {
  /** Keeps its own copy of the list. */
  public Choice {
    domains = List.copyOf(domains);
  }

  /** The selection, counted back from the newest day stored where that is asked for. */
  Selection of(ReportReader reports) {
    Optional<LocalDate> from = since;
    Optional<LocalDate> to = until;
    if (last.isPresent()) {
      LocalDate newest = until.or(reports::newestDay).orElse(LocalDate.EPOCH);
      from = Optional.of(newest.minusDays(last.get().toDays() - 1));
      to = Optional.of(newest);
    }
    return new Selection(from, to, new HashSet<>(domains));
  }

  /**
   * The same as it was asked for.
   *
   * @param all whether sources that do not fail are shown as well
   */
  Filters filters(boolean all) {
    return new Filters(
        domains.stream().map(DomainName::text).sorted().distinct().toList(),
        since,
        until,
        last.map(Duration::toDays),
        all);
  }
}
