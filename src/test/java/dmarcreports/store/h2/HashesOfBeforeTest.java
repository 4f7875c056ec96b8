package dmarcreports.store.h2;

import static dmarcreports.store.tables.Tables.HASH_LAYERS;
import static dmarcreports.store.tables.Tables.REPORTS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.InMemory;
import dmarcreports.store.Databases;
import dmarcreports.store.Purge;
import dmarcreports.store.RandomReports;
import dmarcreports.store.ReportStore;
import dmarcreports.store.SavedReports;
import dmarcreports.store.Verification;
import dmarcreports.store.open.Database;
import dmarcreports.store.open.OpenDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hashes of rows that were there before the layers were. */
class HashesOfBeforeTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final int REPORTS_STORED = 60;

  @TempDir(factory = InMemory.class)
  Path directory;

  private final List<RandomReports.Whole> reports = new ArrayList<>();
  private Path file;

  @BeforeEach
  void ingestOnce() {
    file = directory.resolve("reports.mv.db");
    RandomReports random = new RandomReports(5);
    for (int i = 0; i < REPORTS_STORED; i++) {
      reports.add(random.next());
    }
    ingest(REPORTS_STORED, true);
  }

  private Database database() {
    return Databases.parse(file.toString());
  }

  private void ingest(int first, boolean finish) {
    try (ReportStore store = ReportStore.open(database(), Duration.ZERO, NOW, "test")) {
      reports.subList(0, first).forEach(report -> SavedReports.save(store, report));
      store.commit();
      if (finish) {
        store.finish(NOW);
      }
    }
  }

  private <T> T ask(Function<OpenDatabase, T> question) {
    try (OpenDatabase open = Databases.open(database(), Duration.ZERO, false)) {
      return question.apply(open);
    }
  }

  private int layers() {
    return ask(open -> open.db().fetchCount(HASH_LAYERS));
  }

  private void holdsEachOnce(int expected) {
    assertEquals(expected, SavedReports.count(database()));
    assertEquals(List.of(), Verification.faults(database(), Duration.ZERO));
  }

  @Test
  void thoseOfAnOlderSchemaAreReadFromTheRows() throws SQLException, IOException {
    Resealed.asOfSchema6(file);
    ingest(REPORTS_STORED, false);
    assertTrue(Files.exists(directory.resolve("reports.mv.db.version-6")));
    assertEquals(0, layers());
    holdsEachOnce(REPORTS_STORED);
    ingest(REPORTS_STORED, true);
    assertEquals(2, layers());
    holdsEachOnce(REPORTS_STORED);
  }

  /** Nobody knows how the run before ended. */
  @Test
  void thoseOfAnUncleanEndAreReadFromTheRows() throws IOException {
    Files.delete(directory.resolve("reports.mv.db.mark"));
    assertEquals(0, layers());
    ingest(REPORTS_STORED, true);
    assertEquals(2, layers());
    holdsEachOnce(REPORTS_STORED);
  }

  /** An id that a layer names is not given again. */
  @Test
  void theIdsOfWhatWasPurgedStayItsOwn() {
    int last =
        ask(open -> open.db().select(DSL.max(REPORTS.ID)).from(REPORTS).fetchSingle().value1());
    purge(reports.size() - 1);
    ingest(REPORTS_STORED, true);
    int next =
        ask(open -> open.db().select(DSL.max(REPORTS.ID)).from(REPORTS).fetchSingle().value1());
    assertEquals(last + 1, next);
    holdsEachOnce(REPORTS_STORED);
  }

  private void purge(int from) {
    try (Purge purge = Purge.open(database(), Duration.ZERO, false)) {
      reports
          .subList(from, reports.size())
          .forEach(one -> purge.reportId(one.report().metadata().reportId()));
    }
  }

  /** They are stored while they are read, and none of them twice. */
  @Test
  void manyAreReadInParts() throws IOException {
    Files.delete(directory.resolve("reports.mv.db.mark"));
    try (OpenDatabase open = Databases.open(database(), Duration.ZERO, false)) {
      TableHashes table = new TableHashes(open, 7, HashKind.KEY, HashKind.DOCUMENT);
      Hashes keys = table.of(HashKind.KEY);
      assertEquals(REPORTS_STORED + 1, table.nextId());
      assertEquals(REPORTS_STORED % 7, keys.added());
      assertEquals(REPORTS_STORED - REPORTS_STORED % 7, keys.stored());
      assertFalse(keys.layers().isEmpty());
    }
    ingest(REPORTS_STORED, true);
    holdsEachOnce(REPORTS_STORED);
  }

  /** Those of rows that are gone do not pile up. */
  @Test
  void whereFewRowsAreLeftTheyAreReadAnew() {
    try (OpenDatabase open = Databases.open(database(), Duration.ZERO, false)) {
      Hashes keys = new Hashes(HashKind.KEY, new HashBlocks(open));
      for (int id = 1; id <= 1_100; id++) {
        byte[] gone = new byte[16];
        gone[7] = (byte) id;
        gone[6] = (byte) (id >> 8);
        keys.add(gone, REPORTS_STORED + id);
      }
      keys.save(REPORTS_STORED + 1_100);
      assertEquals(REPORTS_STORED, TableHashes.ofReports(open).of(HashKind.KEY).added());
    }
    ingest(REPORTS_STORED, true);
    holdsEachOnce(REPORTS_STORED);
  }
}
