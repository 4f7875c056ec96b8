package dmarcreports.store.postgres;

import static dmarcreports.store.columns.ReportColumns.REPORTS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.PostgresServer;
import dmarcreports.report.AggregateReport;
import dmarcreports.report.Origin;
import dmarcreports.report.ReportMetadata;
import dmarcreports.report.SourceIp;
import dmarcreports.store.Databases;
import dmarcreports.store.Overtaken;
import dmarcreports.store.Purge;
import dmarcreports.store.RandomReports;
import dmarcreports.store.RandomReports.Whole;
import dmarcreports.store.ReportSaver;
import dmarcreports.store.ReportStore;
import dmarcreports.store.Verification;
import dmarcreports.store.open.Database;
import dmarcreports.store.open.OpenDatabase;
import dmarcreports.store.open.StoreException;
import dmarcreports.store.rows.Outcome;
import dmarcreports.store.rows.ReportWriter;
import dmarcreports.store.rows.Row;
import dmarcreports.stored.Purged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs that share a database of a server while they go on. */
class ConcurrentRunsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Origin ORIGIN = new Origin("inbox/a.zip", List.of("a.xml"));

  private final List<Overtaken> overtaken = new ArrayList<>();
  private String url;

  @BeforeEach
  void makeDatabase() {
    url = PostgresServer.shared().newDatabase();
  }

  private ReportStore open() {
    ReportStore store = ReportStore.open(Databases.parse(url), Duration.ofSeconds(1), NOW, "test");
    store.onOvertaken(overtaken::add);
    return store;
  }

  private static Whole report() {
    RandomReports random = new RandomReports(3);
    Whole report = random.next();
    while (report.records().isEmpty() || report.report().metadata().reportId().isEmpty()) {
      report = random.next();
    }
    return report;
  }

  /** Of the same key and other content. */
  private static Whole other(Whole report) {
    AggregateReport head = report.report();
    ReportMetadata metadata = head.metadata();
    ReportMetadata other =
        new ReportMetadata(
            metadata.orgName(),
            metadata.email(),
            Optional.of("other contact"),
            metadata.reportId(),
            metadata.dateRange(),
            metadata.errors(),
            metadata.generator(),
            metadata.version());
    return new Whole(
        new AggregateReport(other, head.policyPublished(), head.window()),
        report.format(),
        report.deviations(),
        report.records());
  }

  private static Outcome save(ReportStore store, Whole report) {
    ReportSaver saver = store.saver(ORIGIN, Optional.empty());
    saver.begin(report.report());
    report.records().forEach(saver::record);
    saver.end(report.format(), report.deviations());
    return store.count(saver).orElseThrow().outcome();
  }

  @Test
  void whatAnotherRunWasFirstToStoreIsADuplicateAfterAll() {
    Whole report = report();
    try (ReportStore one = open();
        ReportStore two = open()) {
      assertEquals(Outcome.STORED, save(one, report));
      assertEquals(Outcome.STORED, save(two, report));
      one.finish(NOW);
      assertEquals(List.of(), overtaken);
      two.finish(NOW);
    }
    assertEquals(Outcome.DUPLICATE, overtaken.get(0).outcome());
    assertEquals(report.records().size(), overtaken.get(0).records());
    assertEquals("1", value("select count(*) from reports"));
    assertEquals("0", value("select duplicates from runs where id = 1"));
    assertEquals("1", value("select duplicates from runs where id = 2"));
    isSound();
  }

  @Test
  void ofTwoReportsOfOneKeyTheFirstToBeCommittedCounts() {
    Whole report = report();
    try (ReportStore one = open();
        ReportStore two = open()) {
      save(one, report);
      save(two, other(report));
      two.finish(NOW);
      one.finish(NOW);
    }
    assertEquals(Outcome.CONFLICT, overtaken.get(0).outcome());
    assertEquals("2", value("select count(*) from reports"));
    assertEquals("2", value("select run_id from reports where not conflict"));
    isSound();
  }

  /** Each of eight runs saves the same reports in its own order, and commits after every third. */
  @Test
  void runsInEachOthersWayStoreEachReportOnce() throws Exception {
    List<Whole> reports = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      reports.add(withId(report(), "id " + i));
    }
    List<Callable<Integer>> runs = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      List<Whole> own = new ArrayList<>(reports);
      Collections.shuffle(own, new Random(i));
      runs.add(() -> store(own));
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    int stored = 0;
    for (Future<Integer> one : threads.invokeAll(runs)) {
      stored += one.get();
    }
    threads.shutdown();
    assertEquals(60, stored);
    assertEquals("60", value("select count(*) from reports where not conflict"));
    isSound();
  }

  private int store(List<Whole> reports) {
    int[] stored = {0};
    try (ReportStore store =
        ReportStore.open(Databases.parse(url), Duration.ofSeconds(1), NOW, "test")) {
      store.onOvertaken(one -> stored[0]--);
      for (int i = 0; i < reports.size(); i++) {
        stored[0] += save(store, reports.get(i)) == Outcome.STORED ? 1 : 0;
        if (i % 3 == 2) {
          store.commit();
        }
      }
      store.finish(NOW);
    }
    return stored[0];
  }

  @Test
  void aRunWhoseConnectionsAreCutGoesOn() {
    Whole report = report();
    try (ReportStore one = open()) {
      cutAll();
      save(one, report);
      cutAll();
      one.commit();
      save(one, again(report));
      cutAll();
      open().close();
      one.finish(NOW);
    }
    assertEquals(List.of(), overtaken);
    assertEquals("2", value("select count(*) from reports"));
    assertEquals("false", unfinished(1));
    isSound();
  }

  private void cutAll() {
    value(
        "select count(pg_terminate_backend(pid)) from pg_stat_activity"
            + " where datname = current_database() and pid <> pg_backend_pid()");
  }

  /** Whoever waits first for what the other has is the one that the server sends back. */
  @Test
  void aTransactionThatEndsInADeadlockIsDoneAgain() throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (ReportStore one = open();
        Connection other = DriverManager.getConnection(url);
        Statement statement = other.createStatement()) {
      save(one, report());
      other.setAutoCommit(false);
      statement.execute("lock table reports in exclusive mode");
      Future<?> commit = thread.submit(one::commit);
      while (value("select count(*) from pg_locks where not granted").equals("0")) {
        Thread.onSpinWait();
      }
      statement.execute("select pg_advisory_xact_lock(" + PostgresDatabase.WRITING + ")");
      other.rollback();
      commit.get();
      one.finish(NOW);
    }
    thread.shutdown();
    assertEquals("1", value("select count(*) from reports"));
    isSound();
  }

  @Test
  void aServerThatStaysAwayEndsARunInOneLine() throws IOException {
    PostgresServer gone = PostgresServer.start();
    Database database = Databases.parse(gone.newDatabase());
    try (ReportStore one = ReportStore.open(database, Duration.ofSeconds(1), NOW, "test")) {
      save(one, report());
      gone.stop();
      String said = assertThrows(StoreException.class, one::commit).getMessage();
      assertTrue(said.startsWith(database.name() + ": ") && said.contains("is safe"), said);
      assertEquals(1, said.lines().count());
    }
  }

  @Test
  void aCommitOfWhichNobodyHeardIsNotDoneAgain() throws Exception {
    Whole report = report();
    Pending pending = new Pending();
    Pending.PolicyRow policy = Pending.PolicyRow.of(report.report().policyPublished());
    report
        .records()
        .forEach(
            record ->
                add(
                    pending,
                    new Pending.RecordRow(
                        record.sourceIp().map(SourceIp::bytes).orElse(new byte[0]),
                        Pending.EvidenceRow.of(record.evidence(), policy),
                        record.messages())));
    try (ReportStore one = open()) {
      save(one, report);
      one.finish(NOW);
    }
    Row row =
        new Row(REPORTS)
            .set(REPORTS.KEY_HASH, bytes("key_hash"))
            .set(REPORTS.CONTENT_HASH, bytes("content_hash"));
    pending.end(
        new ReportWriter.WholeReport(
            row, report.report().policyPublished(), false, report.records().size(), now -> {}),
        policy);
    assertEquals(Map.of(), write(pending, 1));
    assertEquals(Map.of(pending, Outcome.DUPLICATE), write(pending, 2));
    assertEquals("1", value("select count(*) from reports"));
    isSound();
  }

  private static void add(Pending pending, Pending.RecordRow row) {
    try {
      pending.add(row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] bytes(String column) {
    return HexFormat.of().parseHex(value("select encode(" + column + ", 'hex') from reports"));
  }

  private Map<Pending, Outcome> write(Pending pending, int run) {
    try (OpenDatabase open = Databases.open(Databases.parse(url), Duration.ZERO, false)) {
      return open.inTransaction(
          () -> {
            try {
              return new Batch(open, run).write(List.of(pending));
            } catch (SQLException | IOException e) {
              throw new IllegalStateException(e);
            }
          });
    }
  }

  @Test
  void aRunThatGoesOnIsNotTakenForOver() {
    try (ReportStore one = open()) {
      ReportStore two = open();
      two.close();
      open().close();
      assertEquals("", unfinished(1));
      assertEquals("true", unfinished(2));
      one.finish(NOW);
    }
    assertEquals("false", unfinished(1));
  }

  private String unfinished(int run) {
    return value(
        "select case when ended is null then '' else unfinished::text end from runs where id = "
            + run);
  }

  @Test
  void whatIsPurgedUnderARunIsStoredAgainByIt() {
    Whole report = report();
    try (ReportStore one = open()) {
      save(one, report);
      one.commit();
      save(one, again(report));
      try (Purge purge = Purge.open(Databases.parse(url), Duration.ZERO, false)) {
        Purged purged = purge.reportId(report.report().metadata().reportId());
        assertEquals(1, purged.reports());
      }
      assertEquals("0", value("select count(*) from evidences"));
      one.finish(NOW);
    }
    assertTrue(Integer.parseInt(value("select count(*) from evidences")) > 0);
    isSound();
  }

  /** The same evidence in a report of another id. */
  private static Whole again(Whole report) {
    return withId(report, "another " + report.report().metadata().reportId());
  }

  private static Whole withId(Whole report, String id) {
    AggregateReport head = report.report();
    ReportMetadata metadata = head.metadata();
    ReportMetadata other =
        new ReportMetadata(
            metadata.orgName(),
            metadata.email(),
            metadata.extraContactInfo(),
            id,
            metadata.dateRange(),
            metadata.errors(),
            metadata.generator(),
            metadata.version());
    return new Whole(
        new AggregateReport(other, head.policyPublished(), head.window()),
        report.format(),
        report.deviations(),
        report.records());
  }

  private String value(String sql) {
    return PostgresServer.value(url, sql).replaceAll("^t$", "true").replaceAll("^f$", "false");
  }

  private void isSound() {
    assertEquals(List.of(), Verification.faults(Databases.parse(url), Duration.ZERO));
  }
}
