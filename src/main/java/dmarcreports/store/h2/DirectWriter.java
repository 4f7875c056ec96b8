package dmarcreports.store.h2;

import static dmarcreports.store.columns.RecordColumns.RECORDS;
import static dmarcreports.store.columns.ReportColumns.REPORTS;

import dmarcreports.report.Evidence;
import dmarcreports.store.open.OpenDatabase;
import dmarcreports.store.rows.DiscardRows;
import dmarcreports.store.rows.Documents;
import dmarcreports.store.rows.Insert;
import dmarcreports.store.rows.MailboxRows;
import dmarcreports.store.rows.NextIds;
import dmarcreports.store.rows.ReportWriter;
import dmarcreports.store.rows.Runs;
import dmarcreports.store.sql.Sql;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Writes each record at once, in a transaction that holds many reports, each behind a savepoint:
 * for a database that nobody else writes to.
 */
public final class DirectWriter implements ReportWriter {
  private final OpenDatabase open;
  private final int run;
  private final EvidenceRows evidences;
  private final Insert records;
  private final Insert reports;
  private final TableHashes hashes;
  private final HashedRows<byte[]> contents;
  private final Documents documents;
  private final DiscardRows discards;
  private Savepoint savepoint;
  private int nextReport;
  private long nextRecord;
  private long begunRecords;

  public DirectWriter(OpenDatabase open, Instant now, String version) throws SQLException {
    this.open = open;
    open.connection().setAutoCommit(false);
    evidences = new EvidenceRows(open);
    hashes = TableHashes.ofReports(open);
    nextReport = hashes.nextId();
    nextRecord = NextIds.of(open).record();
    records = new Insert(open, Sql.INSERT_RECORD, RECORDS);
    reports = new Insert(open, Sql.INSERT_REPORT, REPORTS);
    contents = new HashedRows<>(open, hashes.of(HashKind.KEY), byte[].class, Sql.CONTENT_IF_KEY);
    HashedRows<Integer> policies =
        new HashedRows<>(open, hashes.of(HashKind.DOCUMENT), Integer.class, Sql.POLICY_IF_DOCUMENT);
    documents = new Documents(open, policies::all);
    run = Runs.next(open);
    Runs.giveUp(open, id -> true);
    Runs.begin(open, run, now, version);
    discards = new DiscardRows(open, run);
    commit();
  }

  @Override
  public int run() {
    return run;
  }

  @Override
  public Set<String> domains() {
    return Set.copyOf(open.all(Sql.DOMAINS, row -> row.getString(1)));
  }

  @Override
  public List<byte[]> contents(byte[] key) {
    return contents.all(key);
  }

  @Override
  public Optional<String> domainOf(byte[] documentHash) {
    return documents.domainOf(documentHash);
  }

  @Override
  public byte[] hash(Evidence evidence) {
    return evidences.hash(evidence);
  }

  /** The savepoint is always of one name: H2 keeps all others until the connection ends. */
  @Override
  public void begin() {
    try {
      savepoint = open.connection().setSavepoint("REPORT");
    } catch (SQLException e) {
      throw open.failure(e);
    }
    begunRecords = 0;
  }

  @Override
  public byte[] add(byte[] source, Evidence evidence, long messages) {
    EvidenceRows.Stored stored = evidences.store(evidence);
    records
        .set(RECORDS.ID, nextRecord + begunRecords)
        .set(RECORDS.REPORT_ID, nextReport)
        .set(RECORDS.SOURCE, source)
        .set(RECORDS.EVIDENCE_ID, stored.id())
        .set(RECORDS.MESSAGES, messages)
        .add();
    begunRecords++;
    return stored.hash();
  }

  @Override
  public void end(WholeReport report) {
    int policy = evidences.store(report.policy()).id();
    reports
        .setAll(report.row().checked(REPORTS))
        .set(REPORTS.ID, nextReport)
        .set(REPORTS.CONFLICT, report.asConflict())
        .set(REPORTS.POLICY_ID, policy)
        .set(REPORTS.FIRST_RECORD, nextRecord)
        .set(REPORTS.LAST_RECORD, nextRecord + begunRecords - 1)
        .add();
    evidences.flush();
    records.flush();
    reports.flush();
    evidences.settle();
    hashes.add(HashKind.KEY, report.row().get(REPORTS.KEY_HASH), nextReport);
    hashes.add(HashKind.DOCUMENT, report.row().get(REPORTS.DOCUMENT_HASH), nextReport);
    nextReport++;
    nextRecord += begunRecords;
  }

  @Override
  public void abandon() {
    try {
      open.connection().rollback(savepoint);
    } catch (SQLException e) {
      throw open.failure(e);
    }
    records.forget();
    reports.forget();
    evidences.forget();
  }

  @Override
  public void discards(Consumer<DiscardRows> change) {
    change.accept(discards);
  }

  @Override
  public void mailboxes(Consumer<MailboxRows> change) {
    change.accept(new MailboxRows(open));
  }

  @Override
  public <T> T askMailboxes(Function<MailboxRows, T> question) {
    return question.apply(new MailboxRows(open));
  }

  /** Nobody else has the file. */
  @Override
  public Optional<String> hold(String mailbox) {
    return Optional.empty();
  }

  @Override
  public void finish(Runnable change) {
    change.run();
    hashes.save();
    evidences.saveHashes(true);
    commit();
  }

  @Override
  public void commit() {
    hashes.saveMany();
    evidences.saveHashes(false);
    open.commit();
    evidences.settle();
  }
}
