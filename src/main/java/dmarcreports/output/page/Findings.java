package dmarcreports.output.page;

import dmarcreports.analysis.Analysis;
import dmarcreports.analysis.action.Action;
import dmarcreports.output.language.Language;
import dmarcreports.report.DomainName;
import dmarcreports.stored.PolicyDomain;
import dmarcreports.stored.Reporter;
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
 * @param language to say it in
 */
public record Findings(
    Analysis analysis,
    Map<DomainName, PolicyDomain> domains,
    List<Reporter> reporters,
    Filters filters,
    Optional<LocalDate> newestDay,
    Language language) {

  /** In English. */
  public Findings(
      Analysis analysis,
      Map<DomainName, PolicyDomain> domains,
      List<Reporter> reporters,
      Filters filters,
      Optional<LocalDate> newestDay) {
    this(analysis, domains, reporters, filters, newestDay, Language.english());
  }

  /** Whether somebody has to do something about any of it. */
  public boolean needAttention() {
    return analysis.domains().stream()
        .flatMap(domain -> domain.actions().stream())
        .anyMatch(Action::needsAttention);
  }
}
