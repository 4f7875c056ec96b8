package dmarcreports.store;

import dmarcreports.report.DomainName;
import dmarcreports.report.Origin;
import dmarcreports.store.open.Database;
import dmarcreports.store.open.OpenDatabase;
import dmarcreports.store.open.StoreException;
import dmarcreports.store.rows.Fingerprint;
import dmarcreports.store.rows.HashTable;
import dmarcreports.store.rows.Outcome;
import dmarcreports.store.rows.ReportWriter;
import dmarcreports.store.rows.Runs;
import dmarcreports.stored.MailboxMemory;
import dmarcreports.stored.RunSums;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/**
 * The database during one run of ingest, for one thread. What {@link #commit()} has returned from
 * is on disk.
 */
public final class ReportStore implements AutoCloseable {
  private static final int COMMIT_RECORDS = 10_000;
  private static final int COMMIT_REPORTS = 250;
  private static final int MOST_REMEMBERED = 1 << 19;

  private final OpenDatabase open;
  private final ReportWriter writer;
  private final Instant now;
  private final Discards discards;
  private final ReadMailboxes mailboxes;
  private long uncommittedRecords;
  private int uncommittedReports;
  private final HashTable storedNow = new HashTable();
  private long duplicates;
  private long stored;
  private long told;
  private Optional<RunSums> sums = Optional.empty();
  private LongConsumer onCommit = reports -> {};
  private Consumer<Overtaken> onOvertaken = report -> {};

  private ReportStore(OpenDatabase open, Instant now, String version) throws SQLException {
    this.open = open;
    this.now = now;
    writer = Databases.writer(open, now, version);
    discards = new Discards(writer, open);
    mailboxes = new ReadMailboxes(writer, this::commit);
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
    OpenDatabase open = Databases.open(database, patience, true);
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

  /** Tells how many reports of this run are on disk, whenever there are more of them. */
  public void onCommit(LongConsumer reports) {
    onCommit = reports;
  }

  /** Tells of each report that another run was first to store, before the commit returns. */
  public void onOvertaken(Consumer<Overtaken> report) {
    onOvertaken = report;
  }

  /** What stands for the bytes of a document. */
  public static byte[] hash(ByteBuffer document) {
    return Fingerprint.of(document);
  }

  /** The policy domain of the report that was read from the same bytes; empty where none was. */
  public Optional<DomainName> read(byte[] documentHash) {
    return writer.domainOf(documentHash).map(DomainName::new);
  }

  /**
   * What saves the next report, to be {@link #count counted} afterwards.
   *
   * @param documentHash what stands for the bytes that it is read from, where it is known
   */
  public ReportSaver saver(Origin origin, Optional<byte[]> documentHash) {
    return new ReportSaver(writer, now, origin, documentHash, false, this::overtaken);
  }

  /** What saves a report that is in conflict with one stored before: kept, never counted. */
  public ReportSaver conflictSaver(Origin origin) {
    return new ReportSaver(writer, now, origin, Optional.empty(), true, this::overtaken);
  }

  /** What was discarded and has not been read since. */
  public Discards discards() {
    return discards;
  }

  /** What was read of mailboxes on servers. */
  public MailboxMemory mailboxes() {
    return mailboxes;
  }

  /** The policy domains of all reports that are stored. */
  public Set<DomainName> domains() {
    return writer.domains().stream().map(DomainName::new).collect(Collectors.toSet());
  }

  /** All that was saved so far is on disk. */
  public void commit() {
    mailboxes.flush();
    writer.commit();
    uncommittedRecords = 0;
    uncommittedReports = 0;
    if (stored > told) {
      told = stored;
      onCommit.accept(stored);
    }
  }

  /** Keeps the ledger of the run, for {@link #finish}. */
  public void keep(RunSums ledger) {
    sums = Optional.of(ledger);
  }

  /** The run has come to its end: commits. */
  public void finish(Instant end) {
    commit();
    writer.finish(
        () -> {
          sums.ifPresent(ledger -> Runs.keep(open, writer.run(), ledger));
          Runs.end(open, writer.run(), end, duplicates);
        });
  }

  @Override
  public void close() {
    open.close();
  }

  /**
   * Counts what came of a report, whole or rolled back, which takes time and space as well; commits
   * when that is due.
   *
   * @return what came of it; empty where it was not read to its end
   */
  public Optional<Saved> count(ReportSaver saver) {
    boolean repeats = saver.isDuplicate() && duplicate(saver.key());
    uncommittedReports += saver.rolledBack();
    if (saver.isWritten()) {
      remember(saver.key());
      saver.documentHash().ifPresent(this::remember);
      stored++;
      uncommittedRecords += saver.records();
      uncommittedReports++;
    }
    if (uncommittedRecords >= COMMIT_RECORDS || uncommittedReports >= COMMIT_REPORTS) {
      commit();
    }
    return saver.saved(repeats);
  }

  private void remember(byte[] hash) {
    if (storedNow.size() < MOST_REMEMBERED) {
      storedNow.add(hash, 0);
    }
  }

  /**
   * A report was not stored after all.
   *
   * @param told whether it was said to be
   */
  private void overtaken(Overtaken report, boolean told) {
    stored--;
    if (report.outcome() == Outcome.DUPLICATE) {
      duplicates++;
    }
    if (told) {
      onOvertaken.accept(report);
    }
  }

  /**
   * A report was stored before.
   *
   * @param hash of its document or its key
   * @return whether that was in this run; false where it has stored more than can be remembered
   */
  public boolean duplicate(byte[] hash) {
    duplicates++;
    return storedNow.find(hash).isPresent();
  }
}
