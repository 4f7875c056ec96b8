package dmarcreports.store;

import static dmarcreports.store.tables.Tables.DISCARDS;
import static dmarcreports.store.tables.Tables.REPORTS;

import dmarcreports.report.Messages;
import dmarcreports.store.open.Migrations;
import dmarcreports.store.open.OpenDatabase;
import dmarcreports.store.rows.Runs;
import dmarcreports.stored.Holdings;
import dmarcreports.stored.Holdings.Days;
import dmarcreports.stored.Reported;
import dmarcreports.stored.Reporter;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.impl.DSL;

/** Counts what a database holds. */
final class HoldingsReader {
  private HoldingsReader() {}

  static Holdings read(OpenDatabase open, Reported reported, int runs) {
    List<Reporter> reporters = reported.reporters();
    DSLContext db = open.db();
    try {
      return new Holdings(
          open.database().name(),
          open.bytes(),
          Migrations.versionOf(open.connection()),
          engine(open),
          db.fetchCount(REPORTS, REPORTS.CONFLICT.isFalse()),
          db.fetchCount(REPORTS, REPORTS.CONFLICT.isTrue()),
          records(db),
          reporters.stream().mapToLong(Reporter::messages).reduce(0, Messages::sum),
          List.copyOf(reported.domains().keySet()),
          days(db),
          reporters.stream()
              .sorted(
                  Comparator.comparing(Reporter::lastSeen).reversed().thenComparing(Reporter::name))
              .toList(),
          db.fetchCount(DISCARDS),
          Runs.newest(db, runs),
          Outbox.waiting(db));
    } catch (SQLException e) {
      throw open.failure(e);
    }
  }

  private static long records(DSLContext db) {
    Long records =
        db.select(DSL.sum(REPORTS.RECORD_COUNT))
            .from(REPORTS)
            .where(REPORTS.CONFLICT.isFalse())
            .fetchOne(0, Long.class);
    return records == null ? 0 : records;
  }

  private static String engine(OpenDatabase open) throws SQLException {
    var metadata = open.connection().getMetaData();
    String version = metadata.getDatabaseProductVersion();
    return metadata.getDatabaseProductName() + " " + version.split(" ")[0];
  }

  private static Optional<Days> days(DSLContext db) {
    Record2<LocalDate, LocalDate> days =
        db.select(DSL.min(REPORTS.REPORT_DAY), DSL.max(REPORTS.REPORT_DAY))
            .from(REPORTS)
            .where(REPORTS.CONFLICT.isFalse())
            .fetchOne();
    return days.value1() == null
        ? Optional.empty()
        : Optional.of(new Days(days.value1(), days.value2()));
  }
}
