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
 * @param afterRun only what runs of ingest after that one stored; 0 for all
 */
public record Selection(
    Optional<LocalDate> since, Optional<LocalDate> until, Set<DomainName> domains, int afterRun) {
  /** Keeps its own copy of the set. */
  public Selection {
    domains = Set.copyOf(domains);
  }

  /** Whichever run stored them. */
  public Selection(Optional<LocalDate> since, Optional<LocalDate> until, Set<DomainName> domains) {
    this(since, until, domains, 0);
  }

  /** Whether it is all that is stored. */
  boolean isAll() {
    return isOfRuns() && afterRun == 0;
  }

  /** Whether it is all that some runs have stored. */
  boolean isOfRuns() {
    return since.isEmpty() && until.isEmpty() && domains.isEmpty();
  }

  /** All days of the same domains, as far as runs of ingest after that one stored them. */
  public Selection arrivedAfter(int run) {
    return new Selection(Optional.empty(), Optional.empty(), domains, run);
  }
}
