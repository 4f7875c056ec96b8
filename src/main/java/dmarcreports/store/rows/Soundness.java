package dmarcreports.store.rows;

import static dmarcreports.store.tables.Tables.EVIDENCES;
import static dmarcreports.store.tables.Tables.POLICIES;
import static dmarcreports.store.tables.Tables.RECORDS;
import static dmarcreports.store.tables.Tables.REPORTS;

import dmarcreports.report.Messages;
import dmarcreports.store.open.OpenDatabase;
import dmarcreports.store.open.StoreException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.Cursor;
import org.jooq.Record2;
import org.jooq.Record3;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/** Whether every report is there once and has all its records, and no record is without its own. */
public final class Soundness {
  private static final int FETCH = 1_000;
  private static final String REMEDY =
      "; restore a copy, or move the database away and ingest again";
  private static final Sum NONE = new Sum(0, 0);

  private Soundness() {}

  /** Records, and the messages that they count together. */
  private record Sum(long records, long messages) {
    Sum plus(long more) {
      return new Sum(records + 1, Messages.sum(messages, more));
    }
  }

  /**
   * Counts every report through.
   *
   * @throws StoreException where one is not whole; names the first
   */
  public static void check(OpenDatabase open) {
    Map<Integer, Sum> held = new TreeMap<>();
    try (Cursor<Record2<Integer, Long>> records =
        open.db()
            .select(RECORDS.REPORT_ID, RECORDS.MESSAGES)
            .from(RECORDS)
            .fetchSize(FETCH)
            .fetchLazy()) {
      for (Record2<Integer, Long> record : records) {
        held.merge(
            record.value1(), NONE.plus(record.value2()), (sum, one) -> sum.plus(one.messages));
      }
    }
    try (Cursor<Record3<Integer, Long, Long>> reports =
        open.db()
            .select(REPORTS.ID, REPORTS.RECORD_COUNT, REPORTS.MESSAGE_COUNT)
            .from(REPORTS)
            .orderBy(REPORTS.ID)
            .fetchSize(FETCH)
            .fetchLazy()) {
      for (Record3<Integer, Long, Long> report : reports) {
        Sum sum = held.remove(report.value1());
        refuseOther(
            open,
            report.value1(),
            new Sum(report.value2(), report.value3()),
            sum == null ? NONE : sum);
      }
    }
    held.forEach((report, sum) -> refuseOther(open, report, NONE, sum));
    Duplicates.find(
        open,
        duplicate -> {
          throw new StoreException(open.database().name() + ": " + duplicate + REMEDY, null);
        });
    refuseWithout(open, RECORDS.EVIDENCE_ID, EVIDENCES.ID);
    refuseWithout(open, EVIDENCES.POLICY_ID, POLICIES.ID);
    refuseWithout(open, REPORTS.POLICY_ID, POLICIES.ID);
  }

  private static void refuseWithout(
      OpenDatabase open, TableField<?, Integer> reference, TableField<?, Integer> id) {
    int missing =
        open.db()
            .fetchCount(
                DSL.selectDistinct(reference)
                    .from(reference.getTable())
                    .where(reference.notIn(DSL.select(id).from(id.getTable()))));
    if (missing > 0) {
      throw new StoreException(
          open.database().name()
              + ": "
              + id.getTable().getName().toLowerCase(Locale.ROOT)
              + " are missing ("
              + missing
              + ")"
              + REMEDY,
          null);
    }
  }

  private static void refuseOther(OpenDatabase open, int report, Sum announced, Sum held) {
    if (!announced.equals(held)) {
      throw new StoreException(
          open.database().name()
              + ": report "
              + report
              + " is not whole ("
              + held.records
              + " of "
              + announced.records
              + " records, "
              + held.messages
              + " of "
              + announced.messages
              + " messages)"
              + REMEDY,
          null);
    }
  }
}
