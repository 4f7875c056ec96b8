package dmarcreports.store;

import static dmarcreports.store.tables.Tables.REPORTS;

import dmarcreports.report.AggregateRecord;
import dmarcreports.report.Origin;
import dmarcreports.store.open.Database;
import dmarcreports.store.open.OpenDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Saving generated reports, and counting what is stored. */
public final class SavedReports {
  private SavedReports() {}

  public static void save(ReportStore store, RandomReports.Whole whole) {
    ReportSaver saver = store.saver(new Origin("inbox/report.xml", List.of()), Optional.empty());
    saver.begin(whole.report());
    for (AggregateRecord record : whole.records()) {
      saver.record(record);
    }
    saver.end(whole.format(), whole.deviations());
    store.count(saver);
  }

  /** How many a database holds; after an unclean end they are counted through. */
  public static int count(Database database) {
    try (OpenDatabase open = Databases.open(database, Duration.ZERO, false)) {
      return open.db().fetchCount(REPORTS);
    }
  }

  /** All that a database holds, a line for each record. */
  public static List<String> all(Database database) {
    List<String> lines = new ArrayList<>();
    try (ReportReader reader = ReportReader.open(database, Duration.ZERO)) {
      reader.records(
          new Selection(Optional.empty(), Optional.empty(), Set.of()),
          (report, record) -> lines.add(report + " " + record));
    }
    return lines;
  }
}
