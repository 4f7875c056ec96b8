package dmarcreports.output;

import dmarcreports.analysis.Action;
import dmarcreports.analysis.Analysis;
import dmarcreports.report.DomainName;
import dmarcreports.report.PolicyDomain;
import dmarcreports.report.Reporter;
import java.util.List;
import java.util.Map;

/**
 * What there is to say about a period.
 *
 * @param domains what is stored for each policy domain, by name
 * @param all whether sources that do not fail are shown as well
 */
public record Findings(
    Analysis analysis,
    Map<DomainName, PolicyDomain> domains,
    List<Reporter> reporters,
    boolean all) {

  /** Whether somebody has to do something about any of it. */
  public boolean needAttention() {
    return analysis.domains().stream()
        .flatMap(domain -> domain.actions().stream())
        .anyMatch(Action::needsAttention);
  }
}
