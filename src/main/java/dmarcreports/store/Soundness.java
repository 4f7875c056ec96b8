package dmarcreports.store;

import static dmarcreports.store.tables.Tables.RECORDS;
import static dmarcreports.store.tables.Tables.REPORTS;

import java.util.HashMap;
import java.util.Map;
import org.jooq.Cursor;
import org.jooq.Record3;

/** Whether every report has all its records, and no record is without its report. */
final class Soundness {
  private Soundness() {}

  /**
   * Counts every report through.
   *
   * @throws StoreException where one is not whole; names the first
   */
  static void check(OpenDatabase open) {
    Map<Integer, Long> missing = new HashMap<>();
    try (Cursor<Record3<Integer, Long, String>> reports =
        open.db()
            .select(REPORTS.ID, REPORTS.RECORD_COUNT, REPORTS.INPUT)
            .from(REPORTS)
            .fetchSize(1000)
            .fetchLazy()) {
      reports.forEach(report -> missing.put(report.value1(), report.value2()));
    }
    try (Cursor<Record3<Long, Integer, Long>> records =
        open.db()
            .select(RECORDS.ID, RECORDS.REPORT_ID, RECORDS.MESSAGES)
            .from(RECORDS)
            .fetchSize(1000)
            .fetchLazy()) {
      records.forEach(record -> missing.merge(record.value2(), -1L, Long::sum));
    }
    missing.forEach(
        (report, count) -> {
          if (count != 0) {
            throw new StoreException(
                open.database().name()
                    + ": report "
                    + report
                    + " is not whole ("
                    + Math.abs(count)
                    + (count > 0 ? " records missing" : " records too many")
                    + "); restore a copy, or move the database away and ingest again",
                null);
          }
        });
  }
}
