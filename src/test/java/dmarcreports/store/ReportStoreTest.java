package dmarcreports.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.InMemory;
import dmarcreports.report.AggregateRecord;
import dmarcreports.report.AggregateReport;
import dmarcreports.report.AuthResults;
import dmarcreports.report.DateRange;
import dmarcreports.report.DomainName;
import dmarcreports.report.Evidence;
import dmarcreports.report.Identifiers;
import dmarcreports.report.Observation;
import dmarcreports.report.Origin;
import dmarcreports.report.Policy;
import dmarcreports.report.PolicyEvaluated;
import dmarcreports.report.PolicyPublished;
import dmarcreports.report.ReportFormat;
import dmarcreports.report.ReportMetadata;
import dmarcreports.report.Reports;
import dmarcreports.report.SourceIp;
import dmarcreports.report.UnreadableReport;
import dmarcreports.store.RandomReports.Whole;
import dmarcreports.store.open.Database;
import dmarcreports.store.open.OpenDatabase;
import dmarcreports.store.open.StoreException;
import dmarcreports.store.rows.Outcome;
import dmarcreports.stored.Copied;
import dmarcreports.stored.PolicyDomain;
import dmarcreports.stored.Reported;
import dmarcreports.stored.StoredReport;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is saved once, what is kept apart, and what is read back. */
class ReportStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Selection ALL = new Selection(Optional.empty(), Optional.empty(), Set.of());
  private static final Origin ORIGIN = new Origin("inbox/a.zip", List.of("a.xml"));
  private static final DateRange WINDOW =
      new DateRange(Instant.parse("2026-11-20T00:00:00Z"), Instant.parse("2026-11-20T23:59:59Z"));
  private static final String EMAIL = "dmarc@ACME.test";
  private static final PolicyPublished POLICY = Reports.policy("example.com p=none");

  @TempDir(factory = InMemory.class)
  Path directory;

  @Test
  void savingTwiceIsSavingOnce() {
    Whole report = report("acme", "1", "example.com", WINDOW, 5, 7);
    assertEquals(List.of(Outcome.STORED, Outcome.DUPLICATE), save(report, report));
    assertEquals(List.of(Outcome.DUPLICATE), save(report));
    assertEquals(12, messages());
    assertEquals(2, stored().get(0).records().size());
  }

  @Test
  void aReportWithTheKeyOfAnotherIsKeptButNotCounted() {
    Whole first = report("acme", "1", "example.com", WINDOW, 5);
    Whole other = report("acme", "1", "example.com", WINDOW, 6);
    assertEquals(List.of(Outcome.STORED, Outcome.CONFLICT), save(first, other));
    keepConflict(other);
    assertEquals(5, messages());
    assertEquals(2, count("REPORTS"));
    assertEquals(List.of(Outcome.DUPLICATE, Outcome.DUPLICATE), save(other, first));
    assertEquals(5, messages());
  }

  @ParameterizedTest
  @CsvSource({
    "another reporter with the same id, rival, 1, example.com, 0",
    "the same id for another policy domain, acme, 1, example.org, 0",
    "the same id for another window, acme, 1, example.com, 86400",
    "another id for the same window, acme, 2, example.com, 0",
    "an id that differs after the at sign, acme, 1@b, example.com, 0"
  })
  void isAnotherReport(String what, String reporter, String id, String domain, long later) {
    DateRange window =
        new DateRange(WINDOW.begin().plusSeconds(later), WINDOW.end().plusSeconds(later));
    List<Outcome> outcomes =
        save(
            report("acme", "1", "example.com", WINDOW, 5), report(reporter, id, domain, window, 5));
    assertEquals(List.of(Outcome.STORED, Outcome.STORED), outcomes, what);
    assertEquals(10, messages());
  }

  @Test
  void aReporterIsTheSameInWhateverCaseAndBlanks() {
    Whole first = report("Acme", "1", "example.com", WINDOW, 5);
    Whole again = report(" aCME ", "1", "example.com", WINDOW, 5);
    assertEquals(List.of(Outcome.STORED, Outcome.CONFLICT), save(first, again));
  }

  @Test
  void aReporterWithoutANameIsTheDomainOfItsAddress() {
    Whole first = report("", "1", "example.com", WINDOW, 5);
    Whole other = report("acme.test", "1", "example.com", WINDOW, 6);
    assertEquals(List.of(Outcome.STORED, Outcome.CONFLICT), save(first, other));
  }

  @Test
  void reportsWithoutAnIdAreToldApartByWhatTheySay() {
    Whole first = report("acme", "", "example.com", WINDOW, 5);
    Whole other = report("acme", "", "example.com", WINDOW, 6);
    assertEquals(
        List.of(Outcome.STORED, Outcome.STORED, Outcome.DUPLICATE, Outcome.DUPLICATE),
        save(first, other, first, other));
    assertEquals(11, messages());
  }

  @Test
  void nothingStaysOfAReportThatIsAbandoned() {
    Whole half = report("acme", "1", "example.org", WINDOW, 5, 6, 7);
    try (ReportStore store = open()) {
      ReportSaver saver = store.saver(ORIGIN, Optional.empty());
      saver.begin(half.report());
      half.records().forEach(saver::record);
      saver.abandon();
      saver.abandon();
      store.finish(NOW);
    }
    for (String table : List.of("REPORTS", "RECORDS", "EVIDENCES", "POLICIES")) {
      assertEquals(0, count(table), table);
    }
    assertEquals(List.of(Outcome.STORED), save(half));
    assertEquals(List.of(half), wholes());
  }

  @Test
  void whatAnAbandonedReportSharedWithAnotherIsStoredWithTheOther() {
    Whole report = report("acme", "1", "example.com", WINDOW, 5);
    Whole before = report("acme", "0", "example.com", WINDOW, 9);
    try (ReportStore store = open()) {
      save(store, before);
      ReportSaver saver = store.saver(ORIGIN, Optional.empty());
      saver.begin(report.report());
      report.records().forEach(saver::record);
      saver.abandon();
      save(store, report);
      store.finish(NOW);
    }
    assertEquals(Set.of(before, report), new HashSet<>(wholes()));
  }

  @Test
  void aReportBegunAgainForgetsWhatItHadBegun() {
    Whole half = report("acme", "half", "example.org", WINDOW, 5, 6, 7);
    Whole report = report("acme", "1", "example.com", WINDOW, 5);
    try (ReportStore store = open()) {
      ReportSaver saver = store.saver(ORIGIN, Optional.empty());
      saver.begin(half.report());
      half.records().forEach(saver::record);
      saver.begin(report.report());
      report.records().forEach(saver::record);
      saver.end(report.format(), report.deviations());
      Saved saved = store.count(saver).orElseThrow();
      assertEquals(1, saved.records());
      assertEquals(5, saved.messages());
      store.finish(NOW);
    }
    assertEquals(List.of(report), wholes());
    assertEquals(1, count("EVIDENCES"));
  }

  @Test
  void allGoesIntoAnotherDatabaseAsLooseRows() {
    save(
        report("acme", "1", "example.com", WINDOW, 5, 7),
        report("rival", "2", "example.org", WINDOW, 1));
    try (ReportStore store = open()) {
      save(store, store.conflictSaver(ORIGIN), report("acme", "1", "example.com", WINDOW, 6));
      store
          .discards()
          .add(
              new Origin("inbox/b", List.of()),
              "/inbox/b",
              new UnreadableReport(UnreadableReport.Reason.NOT_XML, "is no XML"));
      store.finish(NOW);
    }
    ToldRows told = ToldRows.of(database());
    assertEquals(8, told.lines().size());
    Database other = another("loose");
    try (Load stopped = Load.into(other, Duration.ZERO, "test")) {
      stopped.run(NOW);
      told.tell(stopped);
    }
    assertEquals(List.of(), ToldRows.of(other).lines());
    try (Load load = Load.into(other, Duration.ZERO, "test")) {
      load.run(NOW);
      told.tell(load);
      assertEquals(new Copied(2, 3, 13), load.finish());
    }
    assertEquals(told.lines(), ToldRows.of(other).lines());
    assertEquals(SavedReports.all(database()), SavedReports.all(other));
    StoreException refused =
        assertThrows(StoreException.class, () -> Load.into(other, Duration.ZERO, "test").close());
    assertTrue(refused.getMessage().endsWith("holds reports already; name a new database"));
  }

  @Test
  void aReportWithoutAllItsRecordsIsNotCopied() {
    save(report("acme", "1", "example.com", WINDOW, 5, 7));
    ToldRows told = ToldRows.of(database());
    try (Load load = Load.into(another("half"), Duration.ZERO, "test")) {
      load.run(NOW);
      told.first(2).tell(load);
      assertThrows(StoreException.class, load::finish);
    }
  }

  @Test
  void whatWasNotCommittedIsGone() {
    try (ReportStore store = open()) {
      save(store, report("acme", "1", "example.com", WINDOW, 5));
    }
    assertEquals(0, count("REPORTS"));
  }

  @Test
  void whatIsReadIsWhatWasSaved() {
    for (long seed = 0; seed < seeds(); seed++) {
      RandomReports random = new RandomReports(seed);
      List<Whole> reports = List.of(random.next(), random.next(), random.next());
      Database database = another("same" + seed);
      save(database, reports);
      Map<AggregateReport, Whole> read = new HashMap<>();
      for (Stored one : stored(database)) {
        assertEquals("inbox/a.zip > a.xml", one.report().input(), "seed " + seed);
        read.put(one.report().report(), one.whole());
      }
      for (Whole report : reports) {
        if (!report.records().isEmpty()) {
          assertEquals(report, read.get(report.report()), "seed " + seed);
        }
      }
    }
  }

  @Test
  void aReportOfThousandsOfRecordsIsReadInItsOrder() {
    List<Long> counts = new ArrayList<>();
    for (long i = 0; i < 23_456; i++) {
      counts.add(i * 31 % 1_000);
    }
    Whole report =
        report(
            "acme",
            "1",
            "example.com",
            WINDOW,
            counts.stream().mapToLong(Long::longValue).toArray());
    save(report("acme", "0", "example.com", WINDOW, 1), report);
    assertTrue(wholes().contains(report));
  }

  @Test
  void countsUpToTheGreatestAreKept() {
    Whole report = report("acme", "1", "example.com", WINDOW, Long.MAX_VALUE, Long.MAX_VALUE - 1);
    Whole more = report("acme", "2", "example.com", WINDOW, Long.MAX_VALUE);
    save(report, more);
    assertEquals(Set.of(report, more), new HashSet<>(wholes()));
    try (ReportReader reader = ReportReader.open(database(), Duration.ZERO)) {
      assertEquals(Long.MAX_VALUE, reader.reported(ALL).reporters().get(0).messages());
    }
  }

  /** The later window, else the later name of the reporter, whichever was stored first. */
  @Test
  void theNewestReportTells() {
    DateRange longer = new DateRange(WINDOW.begin(), WINDOW.end().plusSeconds(600));
    save(
        strict(report("zeta", "1", "example.com", longer, 1)),
        report("zeta", "2", "example.com", WINDOW, 2),
        strict(report("rival", "1", "example.org", WINDOW, 4)),
        report("acme", "1", "example.org", WINDOW, 8));
    try (ReportReader reader = ReportReader.open(database(), Duration.ZERO)) {
      Reported reported = reader.observations(ALL, one -> {});
      assertEquals(
          Map.of(
              new DomainName("example.com"),
              new PolicyDomain(Reports.policy("example.com p=reject"), 2, 1),
              new DomainName("example.org"),
              new PolicyDomain(Reports.policy("example.org p=reject"), 2, 2)),
          reported.domains());
      assertEquals(
          List.of(
              "acme 1 8 2026-11-20T23:59:59Z",
              "rival 1 4 2026-11-20T23:59:59Z",
              "zeta 2 3 2026-11-21T00:09:59Z"),
          reported.reporters().stream()
              .map(r -> r.name() + " " + r.reports() + " " + r.messages() + " " + r.newestEnd())
              .toList());
      assertEquals(reported, reader.reported(ALL));
      assertEquals(Optional.of(LocalDate.of(2026, 11, 20)), reader.newestDay());
    }
  }

  @Test
  void theFutureIsNeverTheNewestDay() {
    Instant future = NOW.plus(Duration.ofDays(400));
    PolicyPublished strange = withPolicy(POLICY, Policy.REJECT);
    Whole late =
        new Whole(
            new AggregateReport(
                Reports.metadata("acme", EMAIL, "late", WINDOW),
                strange,
                new DateRange(future, future.plusSeconds(86_399))),
            ReportFormat.RFC9990,
            List.of(),
            report("acme", "1", "example.com", WINDOW, 3).records());
    save(late);
    try (ReportReader reader = ReportReader.open(database(), Duration.ZERO)) {
      assertEquals(Optional.empty(), reader.newestDay());
      assertEquals(1, reader.reported(ALL).reporters().size());
      assertEquals(Optional.empty(), reader.newestDay());
    }
    save(report("acme", "1", "example.com", WINDOW, 5));
    try (ReportReader reader = ReportReader.open(database(), Duration.ZERO)) {
      assertEquals(Optional.of(LocalDate.of(2026, 11, 20)), reader.newestDay());
      assertEquals(POLICY, reader.reported(ALL).domains().get(POLICY.domain()).newest());
      assertEquals(LocalDate.of(2026, 11, 20), reader.reported(ALL).reporters().get(0).lastSeen());
      assertEquals(Optional.of(LocalDate.of(2026, 11, 20)), reader.newestDay());
    }
    assertEquals(8, messages());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theOrderOfReportsDoesNotMatter(long seed) {
    RandomReports random = new RandomReports(seed);
    List<Whole> reports = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      reports.add(random.next());
    }
    Map<Observation, Integer> before = null;
    for (int shuffle = 0; shuffle < 3; shuffle++) {
      Database database = another("order" + seed + "-" + shuffle);
      save(database, reports);
      Map<Observation, Integer> now = new HashMap<>();
      try (ReportReader reader = ReportReader.open(database, Duration.ZERO)) {
        reader.observations(ALL, one -> now.merge(one, 1, Integer::sum));
      }
      assertTrue(before == null || before.equals(now), "seed " + seed);
      before = now;
      Collections.shuffle(reports, new Random(seed + shuffle));
    }
  }

  @Test
  void daysAndDomainsSelect() {
    save(
        report("acme", "1", "example.com", WINDOW, 1),
        report("acme", "2", "example.org", WINDOW, 2),
        report("acme", "3", "example.com", days(WINDOW, 1), 4),
        report("acme", "4", "example.org", days(WINDOW, 2), 8));
    LocalDate day = LocalDate.of(2026, 11, 21);
    Set<DomainName> com = Set.of(new DomainName("example.com"));
    assertEquals(15, messages(ALL));
    assertEquals(12, messages(new Selection(Optional.of(day), Optional.empty(), Set.of())));
    assertEquals(7, messages(new Selection(Optional.empty(), Optional.of(day), Set.of())));
    assertEquals(5, messages(new Selection(Optional.empty(), Optional.empty(), com)));
    assertEquals(4, messages(new Selection(Optional.of(day), Optional.of(day), com)));
  }

  @Test
  void aListThatIsLongerThanTheDatabaseTakesIsRefusedAlone() throws Exception {
    Whole report = report("acme", "1", "example.com", WINDOW, 5);
    List<String> errors = Collections.nCopies(20, "x".repeat(60_000));
    Whole huge =
        new Whole(
            new AggregateReport(
                new ReportMetadata(
                    "acme",
                    Optional.empty(),
                    Optional.empty(),
                    "2",
                    Optional.of(WINDOW),
                    errors,
                    Optional.empty(),
                    Optional.empty()),
                POLICY,
                WINDOW),
            ReportFormat.RFC7489,
            List.of(),
            report.records());
    try (ReportStore store = open()) {
      save(store, report("acme", "0", "example.com", WINDOW, 1));
      refuses(store, store.saver(ORIGIN, Optional.empty()), huge);
      refuses(store, store.conflictSaver(ORIGIN), huge);
      save(store, report);
      store.finish(NOW);
    }
    assertEquals(6, messages());
  }

  @Test
  void aNameWithANulIsKeptWithAnotherCharacterInItsPlace() {
    Origin odd = new Origin("in\0box", List.of("a\0.xml"));
    Whole report = report("acme", "1", "example.com", WINDOW, 5);
    try (ReportStore store = open()) {
      save(store, store.saver(odd, Optional.empty()), report);
      store.discards().add(odd, "x", new UnreadableReport(UnreadableReport.Reason.NOT_XML, "\0"));
      store.finish(NOW);
    }
    assertEquals("in\uFFFDbox > a\uFFFD.xml", stored().get(0).report().input());
    try (ReportReader reader = ReportReader.open(database(), Duration.ZERO)) {
      assertEquals(Optional.of("a\uFFFD.xml"), reader.discards().get(0).member());
      assertEquals("\uFFFD", reader.discards().get(0).detail());
    }
  }

  @Test
  void discardsAreNoted() {
    try (ReportStore store = open()) {
      store
          .discards()
          .add(ORIGIN, ORIGIN.input(), new UnreadableReport(UnreadableReport.Reason.NOT_XML, "no"));
      store
          .discards()
          .add(
              new Origin("-", List.of()),
              "-",
              new UnreadableReport(UnreadableReport.Reason.UNREADABLE, "gone"));
      store.finish(NOW);
    }
    assertEquals(2, count("DISCARDS"));
  }

  /** The database of a test. */
  Database database() {
    return Databases.parse(directory.resolve("reports").toString());
  }

  /** One more. */
  Database another(String name) {
    return Databases.parse("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
  }

  /** How many databases of random reports are made. */
  int seeds() {
    return 200;
  }

  private ReportStore open() {
    return open(database());
  }

  private static ReportStore open(Database database) {
    return ReportStore.open(database, Duration.ZERO, NOW, "test");
  }

  private List<Outcome> save(Whole... reports) {
    return save(database(), List.of(reports));
  }

  private static List<Outcome> save(Database database, List<Whole> reports) {
    try (ReportStore store = open(database)) {
      List<Outcome> outcomes = new ArrayList<>();
      for (Whole report : reports) {
        outcomes.add(save(store, report));
      }
      store.finish(NOW);
      return outcomes;
    }
  }

  private static Outcome save(ReportStore store, Whole report) {
    return save(store, store.saver(ORIGIN, Optional.empty()), report);
  }

  private static Outcome save(ReportStore store, ReportSaver saver, Whole report) {
    tell(saver, report);
    return store.count(saver).orElseThrow().outcome();
  }

  private static void refuses(ReportStore store, ReportSaver saver, Whole huge) {
    tell(saver, huge);
    assertTrue(saver.refusal().orElseThrow().contains("1000000"), saver.refusal()::toString);
    assertFalse(saver.goesOn());
    assertEquals(Optional.empty(), store.count(saver));
  }

  private static void tell(ReportSaver saver, Whole report) {
    saver.begin(report.report());
    report.records().forEach(saver::record);
    saver.end(report.format(), report.deviations());
  }

  private void keepConflict(Whole report) {
    try (ReportStore store = open()) {
      assertEquals(Outcome.CONFLICT, save(store, store.conflictSaver(ORIGIN), report));
      store.finish(NOW);
    }
  }

  private long messages() {
    return messages(ALL);
  }

  private long messages(Selection selection) {
    long[] sum = new long[1];
    try (ReportReader reader = ReportReader.open(database(), Duration.ZERO)) {
      reader.observations(selection, one -> sum[0] += one.messages());
    }
    return sum[0];
  }

  private int count(String table) {
    try (OpenDatabase open = Databases.open(database(), Duration.ZERO, false)) {
      return open.db().fetchCount(org.jooq.impl.DSL.table(table));
    }
  }

  private record Stored(StoredReport report, List<AggregateRecord> records) {
    Whole whole() {
      return new Whole(report.report(), report.format(), report.deviations(), records);
    }
  }

  private List<Stored> stored() {
    return stored(database());
  }

  private List<Whole> wholes() {
    return stored().stream().map(Stored::whole).toList();
  }

  private static List<Stored> stored(Database database) {
    Map<StoredReport, List<AggregateRecord>> read = new LinkedHashMap<>();
    try (ReportReader reader = ReportReader.open(database, Duration.ZERO)) {
      reader.records(
          ALL,
          (report, record) -> read.computeIfAbsent(report, one -> new ArrayList<>()).add(record));
    }
    return read.entrySet().stream().map(one -> new Stored(one.getKey(), one.getValue())).toList();
  }

  private static Whole report(
      String reporter, String id, String domain, DateRange window, long... counts) {
    PolicyPublished policy = Reports.policy(domain + " p=none");
    List<AggregateRecord> records = new ArrayList<>();
    for (long count : counts) {
      Evidence evidence =
          new Evidence(
              policy,
              new PolicyEvaluated(Optional.empty(), Optional.empty(), Optional.empty(), List.of()),
              new Identifiers(
                  Optional.of(policy.domain()), Optional.empty(), false, Optional.empty()),
              new AuthResults(List.of(), List.of()),
              List.of());
      records.add(new AggregateRecord(SourceIp.parse("192.0.2.1"), count, evidence));
    }
    return new Whole(
        new AggregateReport(Reports.metadata(reporter, EMAIL, id, window), policy, window),
        ReportFormat.RFC7489,
        List.of(),
        records);
  }

  private static DateRange days(DateRange window, int later) {
    Duration by = Duration.ofDays(later);
    return new DateRange(window.begin().plus(by), window.end().plus(by));
  }

  /** The same under a policy of {@code reject}. */
  private static Whole strict(Whole one) {
    AggregateReport report = one.report();
    return new Whole(
        new AggregateReport(
            report.metadata(),
            withPolicy(report.policyPublished(), Policy.REJECT),
            report.window()),
        one.format(),
        one.deviations(),
        one.records());
  }

  private static PolicyPublished withPolicy(PolicyPublished policy, Policy p) {
    return new PolicyPublished(
        policy.domain(),
        Optional.of(p),
        policy.sp(),
        policy.np(),
        policy.adkim(),
        policy.aspf(),
        policy.pct(),
        policy.fo(),
        policy.testing(),
        policy.discoveryMethod());
  }
}
