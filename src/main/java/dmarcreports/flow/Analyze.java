package dmarcreports.flow;

import dmarcreports.analysis.Analysis;
import dmarcreports.analysis.explain.Explained;
import dmarcreports.analysis.sums.SourceName;
import dmarcreports.dns.Snapshot;
import dmarcreports.output.page.Filters;
import dmarcreports.output.page.Findings;
import dmarcreports.report.DomainName;
import dmarcreports.store.ReportReader;
import dmarcreports.store.Selection;
import dmarcreports.stored.PolicyDomain;
import dmarcreports.stored.Reporter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Database in, findings out: every message selected is looked at, once. */
public final class Analyze {
  private Analyze() {}

  /**
   * Findings of the reports chosen. The database is closed before they are made.
   *
   * @param knowledge what is known beforehand
   * @param all whether sources that do not fail are shown as well
   */
  public static Findings run(Access access, Choice choice, Knowledge knowledge, boolean all) {
    Supplier<Findings> findings;
    try (ReportReader reports = access.read()) {
      findings = read(reports, choice.of(reports), knowledge, choice.filters(all));
    }
    return findings.get();
  }

  /** How the findings about one source came about. */
  public static Explained explained(
      Access access, Choice choice, Knowledge knowledge, SourceName source) {
    try (ReportReader reports = access.read()) {
      Analysis.Collector collector = collected(reports, choice.of(reports), knowledge);
      collector.published(knowledge.published(reports));
      return collector.explain(source);
    }
  }

  /** All that the findings need of the database is read; they are made when they are asked for. */
  static Supplier<Findings> read(
      ReportReader reports, Selection selection, Knowledge knowledge, Filters filters) {
    Analysis.Collector collector = collected(reports, selection, knowledge);
    Snapshot dns = knowledge.published(reports);
    collector.published(dns);
    Map<DomainName, PolicyDomain> domains = reports.domains(selection);
    List<Reporter> reporters = reports.reporters(selection);
    Optional<LocalDate> newestDay = reports.newestDay();
    return () ->
        new Findings(collector.finish(), domains, reporters, filters, newestDay, dns.asOf());
  }

  /** Every message selected, summed. */
  static Analysis.Collector collected(
      ReportReader reports, Selection selection, Knowledge knowledge) {
    Analysis.Collector collector = knowledge.collector();
    collector.upTo(reports.newestDay());
    reports.observations(selection, collector::add);
    return collector;
  }
}
