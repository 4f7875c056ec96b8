package dmarcreports.analysis.lookup;

import dmarcreports.report.DomainName;
import java.util.Comparator;
import java.util.List;

/**
 * What DNS shows of one domain.
 *
 * @param seen what the stored reports show of it
 * @param findings by topic, then by name
 */
public record CheckedDomain(DomainName domain, SeenMail seen, List<Finding> findings) {
  /** Keeps its own copy of the list. */
  public CheckedDomain {
    findings = List.copyOf(findings);
  }

  /** That of the weightiest finding: the verdict. */
  public Severity severity() {
    return findings.stream()
        .map(Finding::severity)
        .max(Comparator.naturalOrder())
        .orElse(Severity.OK);
  }

  /** How many findings weigh so much. */
  public long count(Severity severity) {
    return findings.stream().filter(f -> f.severity() == severity).count();
  }
}
