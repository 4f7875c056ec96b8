package dmarcreports.store;

import dmarcreports.report.DomainName;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Which reports are looked at.
 *
 * @param since the first day; empty for all from the beginning
 * @param until the last day; empty for all to the end
 * @param domains policy domains; empty for all
 */
public record Selection(
    Optional<LocalDate> since, Optional<LocalDate> until, Set<DomainName> domains) {
  /** Keeps its own copy of the set. */
  public Selection {
    domains = Set.copyOf(domains);
  }
}
