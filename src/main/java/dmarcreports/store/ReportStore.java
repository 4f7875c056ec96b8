package dmarcreports.store;

import static dmarcreports.store.tables.Tables.POLICIES;
import static dmarcreports.store.tables.Tables.RECORDS;
import static dmarcreports.store.tables.Tables.REPORTS;

import dmarcreports.report.DomainName;
import dmarcreports.report.Origin;
import dmarcreports.report.RunSums;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;

/**
 * The database during one run of ingest. One run at a time, one thread. What {@link #commit()} has
 * returned from is on disk.
 */
public final class ReportStore implements AutoCloseable {
  private static final int BATCH = 1_000;
  private static final int COMMIT_RECORDS = 10_000;
  private static final int COMMIT_REPORTS = 250;

  private final OpenDatabase open;
  private final DSLContext db;
  private final Evidences evidences;
  private final PreparedStatement insertRecord;
  private final Instant now;
  private final int run;
  private final Discards discards;
  private int batched;
  private int nextReport;
  private long nextRecord;
  private long uncommittedRecords;
  private int uncommittedReports;
  private long duplicates;
  private long stored;
  private long told;
  private LongConsumer onCommit = reports -> {};

  private ReportStore(OpenDatabase open, Instant now, String version) throws SQLException {
    this.open = open;
    this.now = now;
    db = open.db();
    open.connection().setAutoCommit(false);
    evidences = new Evidences(db);
    nextReport = Evidences.next(db.select(DSL.max(REPORTS.ID)).from(REPORTS).fetchOne().value1());
    nextRecord =
        1
            + Math.max(
                greatest(db.select(DSL.max(RECORDS.ID)).from(RECORDS)),
                greatest(db.select(DSL.max(REPORTS.LAST_RECORD)).from(REPORTS)));
    run = Runs.next(db);
    discards = new Discards(db, run);
    // jOOQ renders, JDBC batches: a record costs a fifth of what it costs through jOOQ's own batch
    insertRecord =
        open.connection()
            .prepareStatement(
                db.insertInto(
                        RECORDS,
                        RECORDS.ID,
                        RECORDS.REPORT_ID,
                        RECORDS.SOURCE,
                        RECORDS.EVIDENCE_ID,
                        RECORDS.MESSAGES)
                    .values(0L, 0, new byte[0], 0, 0L)
                    .getSQL());
    Runs.giveUp(db);
    Runs.begin(db, run, now, version);
    commit();
  }

  /**
   * Opens a database for a run of ingest, and makes it where there is none. After an unclean end of
   * the run before, every report is counted through first.
   *
   * @param patience how long to wait for another run
   * @param now the moment of this run
   * @param version of this program
   * @throws StoreException where it cannot be used
   */
  public static ReportStore open(
      Database database, Duration patience, Instant now, String version) {
    OpenDatabase open = OpenDatabase.open(database, patience, true);
    try {
      return new ReportStore(open, now, version);
    } catch (SQLException e) {
      open.close();
      throw open.failure(e);
    } catch (RuntimeException e) {
      open.close();
      throw e;
    }
  }

  private static long greatest(Select<Record1<Long>> ids) {
    Long id = ids.fetchOne().value1();
    return id == null ? 0 : id;
  }

  /** Tells how many reports of this run are on disk, whenever there are more of them. */
  public void onCommit(LongConsumer reports) {
    onCommit = reports;
  }

  /** What saves the next report. */
  public ReportSaver saver(Origin origin) {
    return new ReportSaver(this, origin, false);
  }

  /** What saves a report that is in conflict with one stored before: kept, never counted. */
  public ReportSaver conflictSaver(Origin origin) {
    return new ReportSaver(this, origin, true);
  }

  /** What was discarded and has not been read since. */
  public Discards discards() {
    return discards;
  }

  /** The policy domains of all reports that are stored. */
  public Set<DomainName> domains() {
    Set<DomainName> domains = new HashSet<>();
    db.selectDistinct(POLICIES.DOMAIN)
        .from(POLICIES)
        .forEach(row -> domains.add(new DomainName(row.value1())));
    return domains;
  }

  /** All that was saved so far is on disk. */
  public void commit() {
    open.commit();
    evidences.settle();
    uncommittedRecords = 0;
    uncommittedReports = 0;
    if (stored > told) {
      told = stored;
      onCommit.accept(stored);
    }
  }

  /** Keeps the ledger of the run, for {@link #finish}. */
  public void keep(RunSums sums) {
    Runs.keep(db, run, sums);
  }

  /** The run has come to its end: commits. */
  public void finish(Instant end) {
    Runs.end(db, run, end, duplicates);
    commit();
  }

  @Override
  public void close() {
    open.close();
  }

  DSLContext db() {
    return db;
  }

  Evidences evidences() {
    return evidences;
  }

  Instant now() {
    return now;
  }

  int run() {
    return run;
  }

  int nextReport() {
    return nextReport;
  }

  long nextRecord() {
    return nextRecord;
  }

  void insertRecord(long id, int report, byte[] source, int evidence, long messages) {
    try {
      insertRecord.setLong(1, id);
      insertRecord.setInt(2, report);
      insertRecord.setBytes(3, source);
      insertRecord.setInt(4, evidence);
      insertRecord.setLong(5, messages);
      insertRecord.addBatch();
      if (++batched == BATCH) {
        flushRecords();
      }
    } catch (SQLException e) {
      throw open.failure(e);
    }
  }

  void flushRecords() {
    try {
      if (batched > 0) {
        insertRecord.executeBatch();
        batched = 0;
      }
    } catch (SQLException e) {
      throw open.failure(e);
    }
  }

  /** Always of one name: H2 keeps all others until the connection ends. */
  Savepoint savepoint() {
    try {
      return open.connection().setSavepoint("REPORT");
    } catch (SQLException e) {
      throw open.failure(e);
    }
  }

  void rollBackTo(Savepoint savepoint) {
    try {
      insertRecord.clearBatch();
      batched = 0;
      open.connection().rollback(savepoint);
    } catch (SQLException e) {
      throw open.failure(e);
    }
    evidences.forget();
    uncommittedReports++;
    commitWhenDue();
  }

  /** A report with so many records is whole; commits when that is due. */
  void stored(long records) {
    evidences.settle();
    stored++;
    nextReport++;
    nextRecord += records;
    uncommittedRecords += records;
    uncommittedReports++;
    commitWhenDue();
  }

  /** A report was stored before. */
  void duplicate() {
    duplicates++;
  }

  private void commitWhenDue() {
    if (uncommittedRecords >= COMMIT_RECORDS || uncommittedReports >= COMMIT_REPORTS) {
      commit();
    }
  }
}
