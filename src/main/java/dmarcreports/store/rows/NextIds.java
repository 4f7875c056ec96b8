package dmarcreports.store.rows;

import dmarcreports.store.open.OpenDatabase;
import dmarcreports.store.sql.Sql;

/**
 * The ids of what is stored next. Both grow from report to report, so that the last report knows.
 *
 * @param report of a report
 * @param record of its first record
 */
public record NextIds(int report, long record) {
  public static NextIds of(OpenDatabase open) {
    return open
        .all(Sql.LAST_REPORT, row -> new NextIds(row.getInt(1) + 1, row.getLong(2) + 1))
        .stream()
        .findFirst()
        .orElse(new NextIds(1, 1));
  }

  /** The id after the greatest that there is. */
  public static int after(OpenDatabase open, Sql greatest) {
    return Math.toIntExact(open.number(greatest) + 1);
  }

  /** The id after the greatest that there is, which is null where there is none. */
  public static int after(Integer greatest) {
    return greatest == null ? 1 : greatest + 1;
  }
}
