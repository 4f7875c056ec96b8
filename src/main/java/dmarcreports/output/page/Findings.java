package dmarcreports.output.page;

import dmarcreports.analysis.Analysis;
import dmarcreports.analysis.action.Action;
import dmarcreports.output.language.Language;
import dmarcreports.report.DomainName;
import dmarcreports.stored.PolicyDomain;
import dmarcreports.stored.Reporter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What there is to say about a period.
 *
 * @param domains what is stored for each policy domain, by name
 * @param filters what was asked for
 * @param newestDay the newest day stored, selected or not; empty where nothing is stored
 * @param dnsAsOf when DNS was last asked; empty where it never was, or too long ago
 * @param language to say it in
 */
public record Findings(
    Analysis analysis,
    Map<DomainName, PolicyDomain> domains,
    List<Reporter> reporters,
    Filters filters,
    Optional<LocalDate> newestDay,
    Optional<Instant> dnsAsOf,
    Language language) {

  /** In English. */
  public Findings(
      Analysis analysis,
      Map<DomainName, PolicyDomain> domains,
      List<Reporter> reporters,
      Filters filters,
      Optional<LocalDate> newestDay,
      Optional<Instant> dnsAsOf) {
    this(analysis, domains, reporters, filters, newestDay, dnsAsOf, Language.english());
  }

  /** Whether somebody has to do something about any of it. */
  public boolean needAttention() {
    return analysis.domains().stream()
        .flatMap(domain -> domain.actions().stream())
        .anyMatch(Action::needsAttention);
  }
}
