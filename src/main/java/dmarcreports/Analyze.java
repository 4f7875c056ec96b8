package dmarcreports;

import dmarcreports.analysis.Analysis;
import dmarcreports.output.Findings;
import dmarcreports.store.ReportReader;
import dmarcreports.store.Selection;

/** Database in, findings out: every message selected is looked at, once. */
final class Analyze {
  private Analyze() {}

  /**
   * @param knowledge what is known beforehand
   * @param all whether sources that do not fail are shown as well
   */
  static Findings run(ReportReader reports, Selection selection, Knowledge knowledge, boolean all) {
    return new Findings(
        collected(reports, selection, knowledge).finish(),
        reports.domains(selection),
        reports.reporters(selection),
        all);
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
