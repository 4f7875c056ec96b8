package dmarcreports.store.postgres;

import static dmarcreports.store.columns.ReportColumns.REPORTS;

import dmarcreports.report.Evidence;
import dmarcreports.report.PolicyPublished;
import dmarcreports.store.open.StoreException;
import dmarcreports.store.postgres.Pending.EvidenceRow;
import dmarcreports.store.postgres.Pending.PolicyRow;
import dmarcreports.store.postgres.Pending.RecordRow;
import dmarcreports.store.rows.ByHash;
import dmarcreports.store.rows.DiscardRows;
import dmarcreports.store.rows.Documents;
import dmarcreports.store.rows.Evidences;
import dmarcreports.store.rows.MailboxRows;
import dmarcreports.store.rows.Outcome;
import dmarcreports.store.rows.ReportWriter;
import dmarcreports.store.rows.Runs;
import dmarcreports.store.sql.Sql;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Keeps reports together until the commit, and then writes all of them in one transaction: for a
 * database that others write to at the same time. Nothing that was asked before is taken for true
 * then, so that the transaction can be done again on another connection.
 */
public final class BatchWriter implements ReportWriter {
  private static final int KEPT = 20_000;

  private final PostgresDatabase open;
  private final int run;
  private final ByHash<byte[]> contents;
  private final Documents documents;
  private final Map<Evidence, EvidenceRow> evidences = new Recent<>();
  private final Map<PolicyPublished, PolicyRow> policies = new Recent<>();
  private final List<Pending> reports = new ArrayList<>();
  private final Map<ByteBuffer, List<byte[]>> pendingContents = new HashMap<>();
  private final Map<ByteBuffer, String> pendingDocuments = new HashMap<>();
  private final List<Consumer<DiscardRows>> discards = new ArrayList<>();
  private final List<Consumer<MailboxRows>> mailboxes = new ArrayList<>();
  private Pending begun;

  /** The values that were asked for last. */
  private static final class Recent<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    Recent() {
      super(1 << 10, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > KEPT;
    }
  }

  public BatchWriter(PostgresDatabase open, Instant now, String version) throws SQLException {
    this.open = open;
    open.connection().setAutoCommit(true);
    contents = ByHash.contentsOfKey(open);
    documents =
        new Documents(open, new ByHash<>(open, Integer.class, Sql.POLICIES_OF_DOCUMENT)::all);
    run = open.retrying(() -> open.transaction(() -> begin(now, version)));
  }

  private int begin(Instant now, String version) {
    int next = Runs.next(open);
    Runs.giveUp(open, open::isOver);
    Runs.begin(open, next, now, version);
    open.hold(next);
    return next;
  }

  @Override
  public int run() {
    return run;
  }

  @Override
  public Set<String> domains() {
    return open.retrying(() -> Set.copyOf(open.all(Sql.DOMAINS, row -> row.getString(1))));
  }

  @Override
  public List<byte[]> contents(byte[] key) {
    List<byte[]> found =
        new ArrayList<>(pendingContents.getOrDefault(ByteBuffer.wrap(key), List.of()));
    found.addAll(open.retrying(() -> contents.all(key)));
    return found;
  }

  @Override
  public Optional<String> domainOf(byte[] documentHash) {
    String pending = pendingDocuments.get(ByteBuffer.wrap(documentHash));
    return pending != null
        ? Optional.of(pending)
        : open.retrying(() -> documents.domainOf(documentHash));
  }

  @Override
  public byte[] hash(Evidence evidence) {
    EvidenceRow known = evidences.get(evidence);
    return known != null ? known.hash() : Evidences.hashOf(evidence);
  }

  @Override
  public void begin() {
    begun = new Pending();
  }

  @Override
  public byte[] add(byte[] source, Evidence evidence, long messages) {
    EvidenceRow row = row(evidence);
    try {
      begun.add(new RecordRow(source, row, messages));
    } catch (IOException e) {
      throw temporary(e);
    }
    return row.hash();
  }

  private EvidenceRow row(Evidence evidence) {
    EvidenceRow row = evidences.get(evidence);
    if (row == null) {
      row = EvidenceRow.of(evidence, row(evidence.policy()));
      evidences.put(evidence, row);
    }
    return row;
  }

  private PolicyRow row(PolicyPublished policy) {
    return policies.computeIfAbsent(policy, PolicyRow::of);
  }

  @Override
  public void end(WholeReport report) {
    report.row().checked(REPORTS);
    try {
      begun.end(report, row(report.policy()));
    } catch (IOException e) {
      throw temporary(e);
    }
    reports.add(begun);
    pendingContents
        .computeIfAbsent(
            ByteBuffer.wrap(report.row().get(REPORTS.KEY_HASH)), key -> new ArrayList<>())
        .add(report.row().get(REPORTS.CONTENT_HASH));
    byte[] document = report.row().get(REPORTS.DOCUMENT_HASH);
    if (document != null) {
      pendingDocuments.put(ByteBuffer.wrap(document), report.policy().domain().text());
    }
    begun = null;
  }

  private StoreException temporary(IOException e) {
    return new StoreException(
        "a temporary file in "
            + System.getProperty("java.io.tmpdir")
            + " cannot be used; make room there and run again: "
            + e.getMessage(),
        e);
  }

  @Override
  public void abandon() {
    begun.close();
    begun = null;
  }

  @Override
  public void discards(Consumer<DiscardRows> change) {
    discards.add(change);
  }

  @Override
  public void mailboxes(Consumer<MailboxRows> change) {
    mailboxes.add(change);
  }

  @Override
  public <T> T askMailboxes(Function<MailboxRows, T> question) {
    return open.retrying(() -> question.apply(new MailboxRows(open)));
  }

  @Override
  public Optional<String> hold(String mailbox) {
    return open.hold(mailbox);
  }

  @Override
  public void commit() {
    if (reports.isEmpty() && discards.isEmpty() && mailboxes.isEmpty()) {
      return;
    }
    Map<Pending, Outcome> overtaken = open.retrying(() -> open.transaction(this::write));
    reports.forEach(Pending::close);
    reports.clear();
    pendingContents.clear();
    pendingDocuments.clear();
    discards.clear();
    mailboxes.clear();
    overtaken.forEach((report, outcome) -> report.report().overtaken().accept(outcome));
  }

  @Override
  public void finish(Runnable change) {
    commit();
    open.retrying(
        () ->
            open.transaction(
                () -> {
                  change.run();
                  return null;
                }));
  }

  private Map<Pending, Outcome> write() {
    try {
      Map<Pending, Outcome> overtaken = new Batch(open, run).write(reports);
      if (!discards.isEmpty()) {
        DiscardRows rows = new DiscardRows(open, run);
        discards.forEach(one -> one.accept(rows));
      }
      MailboxRows rows = new MailboxRows(open);
      mailboxes.forEach(one -> one.accept(rows));
      return overtaken;
    } catch (IOException e) {
      throw temporary(e);
    } catch (SQLException e) {
      throw open.failure(e);
    }
  }
}
