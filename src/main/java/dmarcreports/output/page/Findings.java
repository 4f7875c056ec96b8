package dmarcreports.output.page;

import dmarcreports.analysis.Analysis;
import dmarcreports.analysis.action.Action;
import dmarcreports.output.language.Language;
import dmarcreports.report.DomainName;
import dmarcreports.stored.DiscardList;
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
 * @param discards what was discarded, whatever it was about
 * @param language to say it in
 */
public record Findings(
    Analysis analysis,
    Map<DomainName, PolicyDomain> domains,
    List<Reporter> reporters,
    Filters filters,
    Optional<LocalDate> newestDay,
    Optional<Instant> dnsAsOf,
    DiscardList discards,
    Language language) {

  /** In English, with nothing discarded. */
  public Findings(
      Analysis analysis,
      Map<DomainName, PolicyDomain> domains,
      List<Reporter> reporters,
      Filters filters,
      Optional<LocalDate> newestDay,
      Optional<Instant> dnsAsOf) {
    this(
        analysis,
        domains,
        reporters,
        filters,
        newestDay,
        dnsAsOf,
        DiscardList.NONE,
        Language.english());
  }

  /** The same in that language. */
  public Findings in(Language other) {
    return new Findings(analysis, domains, reporters, filters, newestDay, dnsAsOf, discards, other);
  }

  /** What there is to say of one domain. */
  public Findings about(DomainName domain) {
    Analysis part =
        new Analysis(
            analysis.domains().stream().filter(one -> one.domain().equals(domain)).toList(),
            analysis.reporters(),
            analysis.explained());
    return new Findings(part, domains, reporters, filters, newestDay, dnsAsOf, discards, language);
  }

  /** Whether somebody has to do something about any of it. */
  public boolean needAttention() {
    return analysis.domains().stream()
        .flatMap(domain -> domain.actions().stream())
        .anyMatch(Action::needsAttention);
  }
}
