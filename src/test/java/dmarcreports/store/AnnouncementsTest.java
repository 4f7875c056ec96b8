package dmarcreports.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.file.DurableFiles;
import dmarcreports.report.DomainName;
import dmarcreports.report.Origin;
import dmarcreports.report.UnreadableReport;
import dmarcreports.store.open.Database;
import dmarcreports.store.open.Migrations;
import dmarcreports.stored.Announcement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was told is kept, whole or not at all. */
class AnnouncementsTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-20");
  private static final DomainName COM = new DomainName("example.com");
  private static final DomainName ORG = new DomainName("example.org");
  private static final Announcement DOMAIN = Announcement.domain(COM, DAY);
  private static final Announcement GROUP = Announcement.sourceGroup(COM, "192.0.2.0/24", DAY);
  private static final Announcement OPEN =
      Announcement.action(COM, "easy_dkim", "example.com", "open", DAY);
  private static final Announcement REPAIRED =
      Announcement.action(COM, "easy_dkim", "example.com", "repaired", DAY.plusDays(9));
  private static final Announcement QUIET =
      Announcement.quietReporter("x" + "y".repeat(60_000), DAY);

  @TempDir Path directory;

  private Database database() {
    return Databases.parse(directory.resolve("reports").toString());
  }

  private ReportReader reader() {
    return ReportReader.open(database(), Duration.ZERO);
  }

  private void ingest(String... discarded) {
    try (ReportStore store =
        ReportStore.open(database(), Duration.ZERO, Instant.parse("2026-11-24T12:00:00Z"), "t")) {
      for (String input : discarded) {
        store
            .discards()
            .add(
                new Origin(input, List.of()),
                input,
                new UnreadableReport(UnreadableReport.Reason.TRUNCATED, "ends too early"));
      }
      store.finish(Instant.parse("2026-11-24T12:00:00Z"));
    }
  }

  private void save(Set<Announcement> told, Set<DomainName> domains, int run) {
    try (ReportReader reader = reader()) {
      reader.announcements().save(told, domains, run, List.of());
    }
  }

  @Test
  void whatWasToldIsThereTheNextNight() {
    ingest();
    for (Set<Announcement> told :
        List.of(Set.of(DOMAIN, GROUP, OPEN, QUIET), Set.of(DOMAIN, REPAIRED), Set.of(REPAIRED))) {
      save(told, Set.of(), 1);
      try (ReportReader reader = reader()) {
        assertEquals(told, reader.announcements().all());
      }
    }
  }

  @Test
  void whatCannotBeKeptWholeIsNotKept() {
    ingest();
    save(Set.of(DOMAIN), Set.of(), 1);
    Announcement tooLong = Announcement.sourceGroup(COM, "x".repeat(70_000), DAY);
    assertThrows(RuntimeException.class, () -> save(Set.of(GROUP, tooLong), Set.of(), 9));
    try (ReportReader reader = reader()) {
      assertEquals(Set.of(DOMAIN), reader.announcements().all());
      assertEquals(1, reader.announcements().announcedRun(Set.of()));
    }
  }

  @ParameterizedTest(name = "told about ''{0}'', asked for ''{1}''")
  @CsvSource({
    "'', '', 7",
    "'', example.com, 7",
    "example.com, example.com, 7",
    "example.com, '', 0",
    "example.com, example.org, 0",
    "example.com example.org, example.org, 7",
    "example.org, example.com example.org, 0",
  })
  void aDigestCountsForWhatItWasAbout(String told, String asked, int run) {
    ingest();
    save(Set.of(), domains(told), 7);
    save(Set.of(), Set.of(new DomainName("example.net")), 9);
    try (ReportReader reader = reader()) {
      assertEquals(run, reader.announcements().announcedRun(domains(asked)));
    }
  }

  private static Set<DomainName> domains(String names) {
    return names.isEmpty()
        ? Set.of()
        : Set.copyOf(List.of(names.split(" ")).stream().map(DomainName::new).toList());
  }

  @Test
  void whatIsDiscardedAgainIsNotNewsUnlessItWasPiped() {
    ingest("a.gz", "-");
    ingest("a.gz", "b.gz", "-");
    ingest("b.gz");
    try (ReportReader reader = reader()) {
      Announcements announcements = reader.announcements();
      assertEquals(3, announcements.newestRun());
      assertEquals(Map.of("truncated", 4L), announcements.arrivals(Set.of(), 0, 0).discards());
      assertEquals(Map.of("truncated", 2L), announcements.arrivals(Set.of(), 1, 0).discards());
      assertEquals(Map.of(), announcements.arrivals(Set.of(ORG), 2, 0).discards());
    }
  }

  @Test
  void aDatabaseOfTheFirstVersionIsBroughtHere() throws Exception {
    Path file = database().file().orElseThrow();
    Flyway.configure()
        .dataSource(database().url(), "dmarc", "")
        .sqlMigrationPrefix("")
        .sqlMigrationSeparator("-")
        .locations("classpath:dmarcreports/sql")
        .target("1")
        .load()
        .migrate();
    try (Connection connection = DriverManager.getConnection(database().url(), "dmarc", "");
        Statement statement = connection.createStatement()) {
      assertEquals(1, Migrations.versionOf(connection));
      assertThrows(SQLException.class, () -> statement.execute("table announcements"));
      statement.execute(
          "insert into runs values (1, timestamp with time zone '2026-11-20 00:00:00+00:00',"
              + " timestamp with time zone '2026-11-20 00:00:01+00:00', '1')");
      statement.execute(
          "insert into discards values (1, 1, 'a.gz', null, 'truncated', 'ends too early')");
    }
    byte[] before = Files.readAllBytes(file);
    try (ReportReader reader = reader()) {
      Announcements announcements = reader.announcements();
      assertEquals(Set.of(), announcements.all());
      assertEquals(1, announcements.newestRun());
      assertEquals(0, announcements.arrivals(Set.of(), 0, 0).reports());
      assertEquals(Map.of("truncated", 1L), announcements.arrivals(Set.of(), 0, 0).discards());
    }
    Path copy = DurableFiles.sibling(file, ".version-1");
    assertEquals(-1, Files.mismatch(copy, Files.write(directory.resolve("before"), before)));
    save(Set.of(DOMAIN), Set.of(), 1);
    ingest();
    try (ReportReader reader = reader()) {
      assertEquals(Set.of(DOMAIN), reader.announcements().all());
      assertTrue(reader.newestDay().isEmpty());
      assertFalse(Files.exists(DurableFiles.sibling(file, ".version-2")));
    }
  }
}
