package dmarcreports.store.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.InMemory;
import dmarcreports.store.Databases;
import dmarcreports.store.RandomReports;
import dmarcreports.store.ReportStore;
import dmarcreports.store.SavedReports;
import dmarcreports.store.open.Database;
import dmarcreports.store.open.Migrations;
import dmarcreports.store.open.OpenDatabase;
import dmarcreports.store.open.StoreException;
import dmarcreports.store.tables.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The n-th write to the disk fails, for every n that is reached. */
class FailingDiskTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final int REPORTS = 9;
  private static final int EACH_COMMIT = 3;

  @TempDir(factory = InMemory.class)
  Path directory;

  private final List<RandomReports.Whole> reports = new ArrayList<>();
  private Path file;
  private int acknowledged;

  @BeforeEach
  void generate() {
    RandomReports random = new RandomReports(9);
    for (int i = 0; i < REPORTS; i++) {
      reports.add(random.next());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatWasAcknowledgedStaysAndTheNextRunFinishes(boolean once) throws IOException {
    Path made = directory.resolve("made.mv.db");
    open(Databases.parse(made.toString())).close();
    int failing = 1;
    while (fails(once, failing, Optional.of(made))) {
      failing++;
    }
    assertTrue(failing > 15, "only " + failing);
  }

  @Test
  void aDatabaseIsMadeWholeOrNotAtAll() throws IOException {
    reports.clear();
    int failing = 1;
    while (fails(false, failing, Optional.empty())) {
      failing++;
    }
    assertTrue(failing > 10, "only " + failing);
  }

  /** Whether a run came as far as the write that fails; checks what it left. */
  private boolean fails(boolean once, int failing, Optional<Path> made) throws IOException {
    file = Files.createDirectory(directory.resolve(String.valueOf(failing))).resolve("a.mv.db");
    if (made.isPresent()) {
      Files.copy(made.get(), file);
    }
    acknowledged = 0;
    TracedFiles.failAt(failing, once);
    try {
      ingest(TracedFiles.database(file));
    } catch (StoreException e) {
      assertEquals(1, e.getMessage().lines().count(), e.getMessage());
      assertTrue(e.getMessage().startsWith(file + ": the disk is full"), e.getMessage());
    }
    boolean failed = TracedFiles.hasFailed();
    TracedFiles.start();
    if (Files.exists(file)) {
      int held = SavedReports.count(plain());
      assertTrue(held >= acknowledged, failing + ": " + held + " of " + acknowledged);
    } else {
      assertEquals(0, acknowledged, "at " + failing);
    }
    ingest(plain());
    assertEquals(reports.size(), SavedReports.count(plain()), "at " + failing);
    return failed;
  }

  @Test
  void anOlderSchemaIsReplacedWholeOrNotAtAll() throws IOException {
    Path made = directory.resolve("made.mv.db");
    file = made;
    ingest(plain());
    byte[] before = Files.readAllBytes(made);
    Migrations newer = new Migrations(Migrations.VERSION + 1, "classpath:dmarcreports/store/newer");
    boolean failed = true;
    int failing = 1;
    int unchanged = 0;
    for (; failed; failing++) {
      file = Files.createDirectory(directory.resolve(String.valueOf(failing))).resolve("a.mv.db");
      Files.write(file, before);
      TracedFiles.failAt(failing, false);
      try {
        Databases.open(TracedFiles.database(file), Duration.ZERO, true, newer).close();
      } catch (StoreException e) {
        assertTrue(e.getMessage().startsWith(file + ": the disk is full"), e.getMessage());
      }
      failed = TracedFiles.hasFailed();
      TracedFiles.start();
      byte[] left = Files.readAllBytes(file);
      try (OpenDatabase open = Databases.open(plain(), Duration.ZERO, true, newer)) {
        assertEquals(newer.version(), Migrations.versionOf(open.connection()));
        assertEquals(REPORTS, open.db().fetchCount(Tables.REPORTS));
      } catch (SQLException e) {
        throw new AssertionError(e);
      }
      if (Arrays.equals(before, left)) {
        unchanged++;
      }
    }
    assertTrue(unchanged > 3, unchanged + " of " + failing);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFailureIsNeverTakenForSuccess(boolean once) throws IOException {
    file = directory.resolve("reports.mv.db");
    ingest(plain());
    TracedFiles.failAt(1, once);
    reports.add(new RandomReports(10).next());
    assertThrows(StoreException.class, () -> ingest(TracedFiles.database(file)));
  }

  private static ReportStore open(Database database) {
    return ReportStore.open(database, Duration.ZERO, NOW, "test");
  }

  private Database plain() {
    return Databases.parse(file.toString());
  }

  private void ingest(Database database) {
    try (ReportStore store = open(database)) {
      for (int i = 0; i < reports.size(); i++) {
        SavedReports.save(store, reports.get(i));
        if (i % EACH_COMMIT == 0) {
          store.commit();
          acknowledged = i + 1;
        }
      }
      store.finish(NOW);
      acknowledged = reports.size();
    }
  }
}
