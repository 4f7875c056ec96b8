package dmarcreports.store;

import static dmarcreports.store.tables.Tables.POLICIES;
import static dmarcreports.store.tables.Tables.RECORDS;
import static dmarcreports.store.tables.Tables.REPORTS;

import dmarcreports.report.DomainName;
import dmarcreports.report.Origin;
import dmarcreports.report.RunSums;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
  private static final int COMMIT_RECORDS = 10_000;
  private static final int COMMIT_REPORTS = 250;

  private final OpenDatabase open;
  private final DSLContext db;
  private final Evidences evidences;
  private final Insert records;
  private final Insert reports;
  private final Lookup<byte[]> contents;
  private final Lookup<String> documents;
  private final Instant now;
  private final int run;
  private final Discards discards;
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
    evidences = new Evidences(open);
    nextReport = Evidences.next(db.select(DSL.max(REPORTS.ID)).from(REPORTS).fetchOne().value1());
    nextRecord =
        1
            + Math.max(
                greatest(db.select(DSL.max(RECORDS.ID)).from(RECORDS)),
                greatest(db.select(DSL.max(REPORTS.LAST_RECORD)).from(REPORTS)));
    run = Runs.next(db);
    discards = new Discards(db, run);
    records = new Insert(open, RECORDS);
    reports = new Insert(open, REPORTS);
    contents = new Lookup<>(open, REPORTS.CONTENT_HASH, REPORTS.KEY_HASH);
    documents =
        new Lookup<>(
            open,
            String.class,
            db.select(POLICIES.DOMAIN)
                .from(REPORTS)
                .join(POLICIES)
                .on(POLICIES.ID.eq(REPORTS.POLICY_ID))
                .where(REPORTS.DOCUMENT_HASH.eq(new byte[0])));
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

  /** What stands for the bytes of a document. */
  public static byte[] hash(ByteBuffer document) {
    return Fingerprint.of(document);
  }

  /** The policy domain of the report that was read from the same bytes; empty where none was. */
  public Optional<DomainName> read(byte[] documentHash) {
    return documents.first(documentHash).map(DomainName::new);
  }

  /**
   * What saves the next report.
   *
   * @param documentHash what stands for the bytes that it is read from, where it is known
   */
  public ReportSaver saver(Origin origin, Optional<byte[]> documentHash) {
    return new ReportSaver(this, origin, documentHash, false);
  }

  /** What saves a report that is in conflict with one stored before: kept, never counted. */
  public ReportSaver conflictSaver(Origin origin) {
    return new ReportSaver(this, origin, Optional.empty(), true);
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

  /** Takes the records of reports. */
  Insert records() {
    return records;
  }

  /** Takes the reports themselves. */
  Insert reports() {
    return reports;
  }

  /** The content hashes of the reports of a key. */
  List<byte[]> contents(byte[] key) {
    return contents.all(key);
  }

  /** All that was added so far is in the tables. */
  void flush() {
    evidences.flush();
    records.flush();
    reports.flush();
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
      open.connection().rollback(savepoint);
    } catch (SQLException e) {
      throw open.failure(e);
    }
    records.forget();
    reports.forget();
    evidences.forget();
    uncommittedReports++;
    commitWhenDue();
  }

  /** A report with so many records is whole; commits when that is due. */
  void stored(long count) {
    evidences.settle();
    stored++;
    nextReport++;
    nextRecord += count;
    uncommittedRecords += count;
    uncommittedReports++;
    commitWhenDue();
  }

  /** A report was stored before. */
  public void duplicate() {
    duplicates++;
  }

  private void commitWhenDue() {
    if (uncommittedRecords >= COMMIT_RECORDS || uncommittedReports >= COMMIT_REPORTS) {
      commit();
      open.shrinkOnClose();
    }
  }
}
