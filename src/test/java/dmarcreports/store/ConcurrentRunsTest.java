package dmarcreports.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.PostgresServer;
import dmarcreports.report.AggregateReport;
import dmarcreports.report.Origin;
import dmarcreports.report.Purged;
import dmarcreports.report.ReportMetadata;
import dmarcreports.store.RandomReports.Whole;
import dmarcreports.store.ReportSaver.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    ReportStore store = ReportStore.open(Database.parse(url), Duration.ofSeconds(1), NOW, "test");
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
    return saver.outcome();
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
      try (Purge purge = Purge.open(Database.parse(url), Duration.ZERO, false)) {
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
    AggregateReport head = report.report();
    ReportMetadata metadata = head.metadata();
    ReportMetadata other =
        new ReportMetadata(
            metadata.orgName(),
            metadata.email(),
            metadata.extraContactInfo(),
            "another " + metadata.reportId(),
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
    assertEquals(List.of(), Verification.faults(Database.parse(url), Duration.ZERO));
  }
}
