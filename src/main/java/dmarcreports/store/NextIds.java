package dmarcreports.store;

import static dmarcreports.store.tables.Tables.REPORTS;

import org.jooq.DSLContext;
import org.jooq.Record2;

/**
 * The ids of what is stored next. Both grow from report to report, so that the last report knows.
 *
 * @param report of a report
 * @param record of its first record
 */
record NextIds(int report, long record) {
  static NextIds of(DSLContext db) {
    Record2<Integer, Long> last =
        db.select(REPORTS.ID, REPORTS.LAST_RECORD)
            .from(REPORTS)
            .orderBy(REPORTS.ID.desc())
            .limit(1)
            .fetchOne();
    return last == null ? new NextIds(1, 1) : new NextIds(last.value1() + 1, last.value2() + 1);
  }
}
