package dmarcreports.flow;

import dmarcreports.analysis.Analysis;
import dmarcreports.output.Filters;
import dmarcreports.output.Findings;
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
   * @param knowledge what is known beforehand
   * @param filters what was asked for, of which the selection is made
   */
  static Findings run(
      ReportReader reports, Selection selection, Knowledge knowledge, Filters filters) {
    return read(reports, selection, knowledge, filters).get();
  }

  /** The same in two steps: what is read first is all that the findings need of the database. */
  public static Supplier<Findings> read(
      ReportReader reports, Selection selection, Knowledge knowledge, Filters filters) {
    Analysis.Collector collector = collected(reports, selection, knowledge);
    Map<DomainName, PolicyDomain> domains = reports.domains(selection);
    List<Reporter> reporters = reports.reporters(selection);
    Optional<LocalDate> newestDay = reports.newestDay();
    return () -> new Findings(collector.finish(), domains, reporters, filters, newestDay);
  }

  /** Every message selected, summed. */
  public static Analysis.Collector collected(
      ReportReader reports, Selection selection, Knowledge knowledge) {
    Analysis.Collector collector = knowledge.collector();
    collector.upTo(reports.newestDay());
    reports.observations(selection, collector::add);
    return collector;
  }
}
