package dmarcreports.analysis;

import java.util.List;

/**
 * What the reports say, by policy domain.
 *
 * @param domains sorted by name
 */
public record Analysis(List<DomainFindings> domains) {
  /** Keeps its own copy of the list. */
  public Analysis {
    domains = List.copyOf(domains);
  }
}
