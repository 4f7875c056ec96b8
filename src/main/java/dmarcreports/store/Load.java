package dmarcreports.store;

import static dmarcreports.store.columns.EvidenceColumns.EVIDENCES;
import static dmarcreports.store.columns.PolicyColumns.POLICIES;
import static dmarcreports.store.columns.RecordColumns.RECORDS;
import static dmarcreports.store.columns.ReportColumns.REPORTS;

import dmarcreports.store.LooseReports.Kind;
import dmarcreports.store.columns.Column;
import dmarcreports.store.columns.Columns;
import dmarcreports.store.open.Database;
import dmarcreports.store.open.OpenDatabase;
import dmarcreports.store.open.StoreException;
import dmarcreports.store.rows.HashTable;
import dmarcreports.store.rows.Insert;
import dmarcreports.store.rows.NextIds;
import dmarcreports.store.rows.Row;
import dmarcreports.store.rows.Runs;
import dmarcreports.store.sql.Sql;
import dmarcreports.stored.Copied;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * Loose rows on their way into a database that is new. All of it is one transaction: until the end
 * nobody sees any of it, and what is closed before leaves nothing.
 */
public final class Load implements Kept, AutoCloseable {
  private static final List<Sql> EMPTY =
      List.of(Sql.COUNT_REPORTS, Sql.LAST_RECORD, Sql.COUNT_EVIDENCES, Sql.LAST_POLICY);

  private final OpenDatabase open;
  private final Duration patience;
  private final String version;
  private final Insert reports;
  private final Insert records;
  private final Once policies;
  private final Once evidences;
  private int run;
  private int lastReport;
  private int policy;
  private long lastRecord;
  private long expected;
  private int nextDiscard;
  private boolean closed;

  private Load(OpenDatabase open, Duration patience, String version) throws SQLException {
    this.open = open;
    this.patience = patience;
    this.version = version;
    for (Sql rows : EMPTY) {
      if (open.number(rows) != 0) {
        throw new StoreException(
            open.database().name() + ": holds reports already; name a new database", null);
      }
    }
    open.connection().setAutoCommit(false);
    reports = new Insert(open, Sql.INSERT_REPORT, REPORTS);
    records = new Insert(open, Sql.INSERT_RECORD, RECORDS);
    policies = new Once(Sql.INSERT_POLICY, POLICIES, POLICIES.ID, POLICIES.HASH);
    evidences = new Once(Sql.INSERT_EVIDENCE, EVIDENCES, EVIDENCES.ID, EVIDENCES.HASH);
    nextDiscard = NextIds.after(open, Sql.LAST_DISCARD);
  }

  /**
   * Opens a database, which is made where there is none.
   *
   * @param patience how long to wait for another run
   * @param version of this program
   * @throws StoreException where it cannot be used, or holds reports
   */
  public static Load into(Database database, Duration patience, String version) {
    OpenDatabase open = Databases.open(database, patience, true);
    try {
      return new Load(open, patience, version);
    } catch (SQLException e) {
      open.close();
      throw open.failure(e);
    } catch (RuntimeException e) {
      open.close();
      throw e;
    }
  }

  /** What is stored once however many refer to it. */
  private final class Once {
    private final Column<Integer> id;
    private final Column<byte[]> hash;
    private final Insert insert;
    private final HashTable stored = new HashTable();

    Once(Sql sql, Columns table, Column<Integer> id, Column<byte[]> hash) {
      this.id = id;
      this.hash = hash;
      insert = new Insert(open, sql, table);
    }

    /** The id of a row, stored now where it is new. */
    int id(Row row) {
      OptionalInt known = stored.find(row.get(hash));
      if (known.isPresent()) {
        return known.getAsInt();
      }
      int next = stored.size() + 1;
      stored.add(row.get(hash), next);
      insert.setAll(row).set(id, next).add();
      return next;
    }
  }

  /** What comes from now on was read in one run, at that moment. */
  public void run(Instant moment) {
    run = Runs.next(open);
    Runs.begin(open, run, moment, version);
    Runs.end(open, run, moment, 0);
  }

  @Override
  public void report(boolean conflict, Object[] report, Object[] published) {
    isWhole();
    Row row = Kind.REPORT.row(report);
    policy = policies.id(Kind.POLICY.row(published));
    expected = row.get(REPORTS.RECORD_COUNT);
    reports
        .setAll(row)
        .set(REPORTS.ID, ++lastReport)
        .set(REPORTS.CONFLICT, conflict)
        .set(REPORTS.POLICY_ID, policy)
        .set(REPORTS.RUN_ID, run)
        .set(REPORTS.FIRST_RECORD, lastRecord + 1)
        .set(REPORTS.LAST_RECORD, lastRecord + expected)
        .add();
  }

  @Override
  public void record(byte[] source, long messages, Object[] evidence) {
    int id = evidences.id(Kind.EVIDENCE.row(evidence).set(EVIDENCES.POLICY_ID, policy));
    records
        .set(RECORDS.ID, ++lastRecord)
        .set(RECORDS.REPORT_ID, lastReport)
        .set(RECORDS.SOURCE, source)
        .set(RECORDS.EVIDENCE_ID, id)
        .set(RECORDS.MESSAGES, messages)
        .add();
    expected--;
  }

  @Override
  public void discard(String place, Object[] discard) {
    open.run(
        Sql.INSERT_DISCARD,
        nextDiscard++,
        run,
        run,
        discard[0],
        discard[1],
        place,
        discard[2],
        discard[3]);
  }

  private void isWhole() {
    if (expected != 0) {
      throw new StoreException(
          "report " + lastReport + " has other records than it counts; nothing was copied", null);
    }
  }

  /**
   * That was all: commits, closes, and reads all of it back.
   *
   * @throws StoreException where it is not what was handed in
   */
  public Copied finish() {
    isWhole();
    for (Insert insert : List.of(policies.insert, evidences.insert, records, reports)) {
      insert.flush();
    }
    open.commit();
    Copied copied = Copy.copied(open);
    close();
    List<String> faults = Verification.faults(open.database(), patience);
    if (!faults.isEmpty()) {
      throw new StoreException(open.database().name() + ": " + faults.get(0), null);
    }
    return copied;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      open.close();
    }
  }
}
