package dmarcreports.flow;

import dmarcreports.analysis.Analysis;
import dmarcreports.analysis.explain.Explained;
import dmarcreports.analysis.sums.SourceName;
import dmarcreports.dns.Snapshot;
import dmarcreports.output.page.Findings;
import dmarcreports.store.ReportReader;
import dmarcreports.store.Selection;
import dmarcreports.stored.DiscardList;
import dmarcreports.stored.Reported;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

/** Database in, findings out: every message selected is looked at, once. */
public final class Analyze {
  /** Of so many discards it is told what they are. */
  private static final int DISCARDS = 20;

  private Analyze() {}

  /**
   * Findings of the reports chosen. The database is closed before they are made.
   *
   * @param knowledge what is known beforehand
   */
  public static Findings run(Access access, Choice choice, Knowledge knowledge, Telling telling) {
    Supplier<Findings> findings;
    try (ReportReader reports = access.read()) {
      findings = read(reports, choice, knowledge, telling);
    }
    return findings.get();
  }

  /** How the findings about one source came about. */
  public static Explained explained(
      Access access, Choice choice, Knowledge knowledge, SourceName source) {
    try (ReportReader reports = access.read()) {
      return collected(reports, choice.of(reports), knowledge, knowledge.published(reports))
          .explain(source);
    }
  }

  /** All that the findings need of the database is read; they are made when they are asked for. */
  static Supplier<Findings> read(
      ReportReader reports, Choice choice, Knowledge knowledge, Telling telling) {
    Selection selection = choice.of(reports);
    Snapshot dns = knowledge.published(reports);
    Analysis.Collector collector = knowledge.collector();
    Reported reported = collect(reports, selection, dns, collector);
    Optional<LocalDate> newestDay = reports.newestDay();
    DiscardList discards = telling.discards() ? reports.discards(DISCARDS) : DiscardList.NONE;
    return () ->
        new Findings(
            collector.finish(),
            reported.domains(),
            reported.reporters(),
            choice.filters(telling.all()),
            newestDay,
            dns.asOf(),
            discards,
            telling.language());
  }

  /** Every message selected, summed, as DNS has shown it. */
  static Analysis.Collector collected(
      ReportReader reports, Selection selection, Knowledge knowledge, Snapshot dns) {
    Analysis.Collector collector = knowledge.collector();
    collect(reports, selection, dns, collector);
    return collector;
  }

  private static Reported collect(
      ReportReader reports, Selection selection, Snapshot dns, Analysis.Collector collector) {
    collector.published(dns);
    Reported reported = reports.observations(selection, collector::add);
    collector.upTo(reports.newestDay());
    return reported;
  }
}
