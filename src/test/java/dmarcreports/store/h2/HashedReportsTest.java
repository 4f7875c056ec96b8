package dmarcreports.store.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.InMemory;
import dmarcreports.file.DurableFiles;
import dmarcreports.report.Origin;
import dmarcreports.store.Databases;
import dmarcreports.store.Purge;
import dmarcreports.store.RandomReports;
import dmarcreports.store.ReportSaver;
import dmarcreports.store.ReportStore;
import dmarcreports.store.Saved;
import dmarcreports.store.SavedReports;
import dmarcreports.store.Verification;
import dmarcreports.store.open.Database;
import dmarcreports.store.rows.Outcome;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any sequence of runs, commits, rollbacks, kills and purges, beside a map of what is stored. */
class HashedReportsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final int KNOWN = 80;
  private static final int RUNS = 25;

  @TempDir(factory = InMemory.class)
  Path directory;

  private final List<RandomReports.Whole> reports = new ArrayList<>();
  private Random random;
  private Path file;
  private Path mark;

  /** The reports that are stored, by their place in the list. */
  private Map<Integer, RandomReports.Whole> stored = new HashMap<>();

  private Map<Integer, RandomReports.Whole> committed = new HashMap<>();

  @BeforeEach
  void name() {
    file = directory.resolve("reports.mv.db");
    mark = DurableFiles.sibling(file, ".mark");
  }

  private Database database() {
    return Databases.parse(file.toString());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void eachReportIsStoredOnce(long seed) throws IOException {
    random = new Random(seed);
    RandomReports generated = new RandomReports(seed);
    for (int i = 0; i < KNOWN; i++) {
      reports.add(generated.next());
    }
    for (int run = 0; run < RUNS; run++) {
      if (random.nextInt(5) == 0 && run > 0) {
        purge();
      } else {
        ingest();
      }
      assertEquals(List.of(), Verification.faults(database(), Duration.ZERO));
      assertEquals(stored.size(), SavedReports.count(database()));
    }
  }

  private void ingest() throws IOException {
    boolean killed = random.nextInt(4) == 0;
    byte[] left = new byte[0];
    String line = "";
    try (ReportStore store = ReportStore.open(database(), Duration.ZERO, NOW, "test")) {
      committed = new HashMap<>(stored);
      int more = random.nextInt(4) == 0 ? 60 : random.nextInt(10);
      for (int i = 0; i < more; i++) {
        save(store);
        if (random.nextInt(6) == 0) {
          store.commit();
          committed = new HashMap<>(stored);
        }
      }
      if (killed) {
        left = Files.readAllBytes(file);
        line = Files.readString(mark);
      } else if (random.nextInt(4) > 0) {
        store.finish(NOW);
        committed = new HashMap<>(stored);
      }
    }
    if (killed) {
      Files.write(file, left);
      Files.writeString(mark, line);
    }
    stored = committed;
  }

  /** A report, whole or rolled back after its records, known by its document or not. */
  private void save(ReportStore store) {
    int number = random.nextInt(KNOWN);
    byte[] document = ReportStore.hash(ByteBuffer.wrap(new byte[] {(byte) number}));
    assertTrue(store.read(document).isEmpty() || stored.containsKey(number), "" + number);
    RandomReports.Whole whole = reports.get(number);
    ReportSaver saver =
        store.saver(
            new Origin("inbox/" + number, List.of()),
            random.nextBoolean() ? Optional.of(document) : Optional.empty());
    saver.begin(whole.report());
    whole.records().forEach(saver::record);
    if (random.nextInt(5) == 0) {
      saver.abandon();
      store.count(saver);
      return;
    }
    saver.end(whole.format(), whole.deviations());
    Saved saved = store.count(saver).orElseThrow();
    assertEquals(stored.containsKey(number) ? Outcome.DUPLICATE : Outcome.STORED, saved.outcome());
    stored.put(number, whole);
  }

  /** Reports go, the newest of them too; now and then nearly all. */
  private void purge() {
    List<Integer> doomed = new ArrayList<>(stored.keySet());
    doomed.removeIf(number -> random.nextInt(3) == 0);
    try (Purge purge = Purge.open(database(), Duration.ZERO, false)) {
      for (Integer number : doomed) {
        String id = reports.get(number).report().metadata().reportId();
        assertEquals(1, purge.reportId(id).reports());
        stored.remove(number);
      }
    }
  }
}
