package dmarcreports.store.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.InMemory;
import dmarcreports.store.Databases;
import dmarcreports.store.Purge;
import dmarcreports.store.RandomReports;
import dmarcreports.store.ReportStore;
import dmarcreports.store.SavedReports;
import dmarcreports.store.open.Database;
import dmarcreports.store.open.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database out of which reports were being taken when the process was killed. */
class KilledPurgeTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final int REPORTS = 800;

  /** So many are taken out in the first transaction; the others were not yet committed. */
  private static final int FIRST_TAKEN = 500;

  @TempDir(factory = InMemory.class)
  Path directory;

  private final RandomReports random = new RandomReports(5);
  private Path file;
  private Path mark;
  private int records;
  private byte[] older;

  /** The mark of the database with all reports, while it was in use. */
  private String whole;

  @BeforeEach
  void ingestTwice() throws IOException {
    file = directory.resolve("reports.mv.db");
    mark = directory.resolve("reports.mv.db.mark");
    ingest();
    older = Files.readAllBytes(file);
    ingest();
    whole = Files.readString(mark).replaceFirst(" size.*", "");
  }

  private void ingest() {
    try (ReportStore store = ReportStore.open(database(), Duration.ZERO, NOW, "test")) {
      for (int i = 0; i < REPORTS / 2; i++) {
        RandomReports.Whole next = nextOfKnownSources();
        records += next.records().size();
        SavedReports.save(store, next);
      }
      store.finish(NOW);
    }
  }

  private RandomReports.Whole nextOfKnownSources() {
    while (true) {
      RandomReports.Whole next = random.next();
      if (!next.records().isEmpty()
          && next.records().stream().allMatch(one -> one.sourceIp().isPresent())) {
        return next;
      }
    }
  }

  private Database database() {
    return Databases.parse(file.toString());
  }

  /** What a kill would leave: taken when the last record is looked at for the second time. */
  private final class Killed {
    private byte[] bytes;
    private String line;
    private int looked;

    Killed() {
      try (Purge purge = Purge.open(database(), Duration.ZERO, false)) {
        purge.sources(
            source -> {
              if (++looked == 2 * records) {
                take();
              }
              return true;
            });
      }
    }

    private void take() {
      try {
        bytes = Files.readAllBytes(file);
        line = Files.readString(mark);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void put(byte[] bytes, String line) throws IOException {
    Files.write(file, bytes);
    Files.writeString(mark, line);
  }

  @Test
  void isWholeAndFinishedByDoingItAgain() throws IOException {
    Killed killed = new Killed();
    put(killed.bytes, killed.line);
    assertEquals(REPORTS - FIRST_TAKEN, SavedReports.count(database()));
    try (Purge purge = Purge.open(database(), Duration.ZERO, false)) {
      purge.sources(source -> true);
    }
    assertEquals(0, SavedReports.count(database()));
  }

  @Test
  void isHeldToItsRunsAlone() throws IOException {
    Killed killed = new Killed();
    assertEquals("run 2 report 0 record 0\n", killed.line);
    byte[] purged = Files.readAllBytes(file);
    put(purged, killed.line);
    assertEquals(0, SavedReports.count(database()));
    refused(purged, whole);
    refused(older, killed.line);
  }

  private void refused(byte[] bytes, String line) throws IOException {
    put(bytes, line);
    StoreException refused =
        assertThrows(StoreException.class, () -> SavedReports.count(database()));
    assertTrue(refused.getMessage().contains(": lacks reports that"), refused.getMessage());
    assertEquals(line, Files.readString(mark));
  }

  @Test
  void isHeldToItsReportsAgainOnceItWasOpened() throws IOException {
    byte[] all = Files.readAllBytes(file);
    put(all, new Killed().line);
    assertEquals(REPORTS, SavedReports.count(database()));
    assertTrue(Files.readString(mark).startsWith(whole.strip() + " size "), Files.readString(mark));
  }
}
