package dmarcreports;

import dmarcreports.analysis.Analysis;
import dmarcreports.output.Findings;
import dmarcreports.report.DomainName;
import dmarcreports.report.PolicyDomain;
import dmarcreports.report.Reporter;
import dmarcreports.store.ReportReader;
import dmarcreports.store.Selection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Database in, findings out: every message selected is looked at, once. */
final class Analyze {
  private Analyze() {}

  /**
   * @param knowledge what is known beforehand
   * @param all whether sources that do not fail are shown as well
   */
  static Findings run(ReportReader reports, Selection selection, Knowledge knowledge, boolean all) {
    return read(reports, selection, knowledge, all).get();
  }

  /** The same in two steps: what is read first is all that the findings need of the database. */
  static Supplier<Findings> read(
      ReportReader reports, Selection selection, Knowledge knowledge, boolean all) {
    Analysis.Collector collector = collected(reports, selection, knowledge);
    Map<DomainName, PolicyDomain> domains = reports.domains(selection);
    List<Reporter> reporters = reports.reporters(selection);
    return () -> new Findings(collector.finish(), domains, reporters, all);
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
