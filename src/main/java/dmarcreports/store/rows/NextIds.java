package dmarcreports.store.rows;

import static dmarcreports.store.tables.Tables.REPORTS;

import org.jooq.DSLContext;
import org.jooq.Record2;

/**
 * The ids of what is stored next. Both grow from report to report, so that the last report knows.
 *
 * @param report of a report
 * @param record of its first record
 */
public record NextIds(int report, long record) {
  public static NextIds of(DSLContext db) {
    Record2<Integer, Long> last =
        db.select(REPORTS.ID, REPORTS.LAST_RECORD)
            .from(REPORTS)
            .orderBy(REPORTS.ID.desc())
            .limit(1)
            .fetchOne();
    return last == null ? new NextIds(1, 1) : new NextIds(last.value1() + 1, last.value2() + 1);
  }

  /** The id after the greatest that there is, which is null where there is none. */
  public static int after(Integer greatest) {
    return greatest == null ? 1 : greatest + 1;
  }
}
