package dmarcreports.store;

import static dmarcreports.store.columns.PolicyColumns.POLICIES;
import static dmarcreports.store.tables.Tables.DISCARDS;
import static dmarcreports.store.tables.Tables.EVIDENCES;
import static dmarcreports.store.tables.Tables.RECORDS;
import static dmarcreports.store.tables.Tables.REPORTS;

import dmarcreports.store.LooseReports.Kind;
import dmarcreports.store.columns.Columns;
import dmarcreports.store.columns.EvidenceColumns;
import dmarcreports.store.columns.ReportColumns;
import dmarcreports.store.open.Database;
import dmarcreports.store.open.OpenDatabase;
import dmarcreports.store.open.Query;
import dmarcreports.store.rows.Row;
import dmarcreports.store.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Record;

/** Hands out all that a database holds of reports, of one moment. */
public final class Unload {
  private static final int REPORTS_AT_ONCE = 500;
  private static final int KEPT = 20_000;

  private final OpenDatabase open;
  private final Kept to;
  private final Map<Integer, Object[]> policies = new HashMap<>();
  private final Map<Integer, Object[]> evidences =
      new LinkedHashMap<>(1 << 10, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Object[]> eldest) {
          return size() > KEPT;
        }
      };

  private Unload(OpenDatabase open, Kept to) {
    this.open = open;
    this.to = to;
  }

  /**
   * Reads a database.
   *
   * @param patience how long to wait for another run
   * @throws dmarcreports.store.open.StoreException where there is none or it cannot be read
   */
  public static void of(Database database, Duration patience, Kept to) {
    try (OpenDatabase open = Databases.open(database, patience, false)) {
      open.snapshot();
      new Unload(open, to).run();
    }
  }

  private void run() {
    open.each(
        Sql.POLICIES,
        row -> policies.put(row.getInt(1), Kind.POLICY.values(row(row, 0, POLICIES))));
    int last = 0;
    List<Row> some = reports(last);
    while (!some.isEmpty()) {
      some.forEach(this::report);
      last = some.get(some.size() - 1).get(ReportColumns.REPORTS.ID);
      some = reports(last);
    }
    for (Record row : open.db().selectFrom(DISCARDS).orderBy(DISCARDS.ID).fetch()) {
      to.discard(
          row.get(DISCARDS.PLACE),
          new Object[] {
            row.get(DISCARDS.INPUT),
            row.get(DISCARDS.MEMBER),
            row.get(DISCARDS.REASON),
            row.get(DISCARDS.DETAIL)
          });
    }
  }

  private List<Row> reports(int after) {
    List<Row> some = new ArrayList<>();
    Query.each(
        open,
        open.db()
            .select(REPORTS.fields())
            .from(REPORTS)
            .where(REPORTS.ID.gt(after))
            .orderBy(REPORTS.ID)
            .limit(REPORTS_AT_ONCE),
        row -> some.add(row(row, 0, ReportColumns.REPORTS)));
    return some;
  }

  private void report(Row report) {
    to.report(
        report.get(ReportColumns.REPORTS.CONFLICT),
        Kind.REPORT.values(report),
        policies.get(report.get(ReportColumns.REPORTS.POLICY_ID)));
    Query.each(
        open,
        open.db()
            .select(RECORDS.SOURCE, RECORDS.MESSAGES)
            .select(EVIDENCES.fields())
            .from(RECORDS)
            .join(EVIDENCES)
            .on(EVIDENCES.ID.eq(RECORDS.EVIDENCE_ID))
            .where(
                RECORDS.ID.between(
                    report.get(ReportColumns.REPORTS.FIRST_RECORD),
                    report.get(ReportColumns.REPORTS.LAST_RECORD)),
                RECORDS.REPORT_ID.eq(report.get(ReportColumns.REPORTS.ID)))
            .orderBy(RECORDS.ID),
        row -> to.record(row.getBytes(1), row.getLong(2), evidence(row)));
  }

  private Object[] evidence(ResultSet row) throws SQLException {
    int id = row.getInt(3);
    Object[] known = evidences.get(id);
    if (known == null) {
      known = Kind.EVIDENCE.values(row(row, 2, EvidenceColumns.EVIDENCES));
      evidences.put(id, known);
    }
    return known;
  }

  /**
   * The row of a table whose columns come after others.
   *
   * @param before how many
   */
  private static Row row(ResultSet from, int before, Columns table) throws SQLException {
    Object[] values = new Object[table.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = from.getObject(before + i + 1, table.at(i).type());
    }
    return new Row(table, values);
  }
}
