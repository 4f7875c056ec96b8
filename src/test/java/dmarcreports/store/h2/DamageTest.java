package dmarcreports.store.h2;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.InMemory;
import dmarcreports.store.Databases;
import dmarcreports.store.RandomReports;
import dmarcreports.store.ReportStore;
import dmarcreports.store.SavedReports;
import dmarcreports.store.open.Database;
import dmarcreports.store.open.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that is not as it was left is never taken for a smaller one, or a new one. */
class DamageTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final int REPORTS = 200;
  private static final int FLIPS = 200;

  @TempDir(factory = InMemory.class)
  Path directory;

  private final RandomReports random = new RandomReports(3);
  private Path file;
  private Path mark;
  private byte[] older;
  private byte[] whole;
  private String seal;
  private List<String> saved;

  @BeforeEach
  void ingestTwice() throws IOException {
    file = directory.resolve("reports.mv.db");
    mark = directory.resolve("reports.mv.db.mark");
    ingest(REPORTS / 2);
    older = Files.readAllBytes(file);
    ingest(REPORTS / 2);
    saved = SavedReports.all(database());
    whole = Files.readAllBytes(file);
    seal = Files.readString(mark);
  }

  private void ingest(int reports) {
    try (ReportStore store = ReportStore.open(database(), Duration.ZERO, NOW, "test")) {
      for (int i = 0; i < reports; i++) {
        SavedReports.save(store, random.next());
      }
      store.finish(NOW);
    }
  }

  private Database database() {
    return Databases.parse(file.toString());
  }

  /** The mark of a run that did not come to its end. */
  private String unsealed() {
    return seal.replaceFirst(" size.*", "");
  }

  @Test
  void whatIsWholeIsOpened() throws IOException {
    assertEquals(REPORTS, SavedReports.count(database()));
    put(whole, unsealed());
    assertEquals(REPORTS, SavedReports.count(database()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 25, 50, 75})
  void aFileCutShortIsRefused(int percent) throws IOException {
    refused(Arrays.copyOf(whole, whole.length * percent / 100), seal);
  }

  /** After an unclean end there is no seal: what the file shows is right, or it is refused. */
  @ParameterizedTest
  @ValueSource(ints = {0, 5, 15, 25, 35, 45, 50, 55, 65, 75, 85, 95})
  void aFileCutShortAfterAnUncleanEndIsNeverASmallerDatabase(int percent) throws IOException {
    put(Arrays.copyOf(whole, whole.length * percent / 100), unsealed());
    holdsAllOrIsRefused("cut at " + percent + " %");
  }

  @Test
  void anOlderCopyIsRefused() throws IOException {
    assertTrue(refused(older, seal).contains("an older copy"));
    assertTrue(refused(older, unsealed()).contains("lacks reports that were stored in it"));
  }

  @Test
  void anOlderCopyIsTakenWhenItsOwnerSaysSo() throws IOException {
    put(older, seal);
    Files.delete(mark);
    assertEquals(REPORTS / 2, SavedReports.count(database()));
    assertEquals(REPORTS / 2, SavedReports.count(database()));
  }

  @Test
  void oneByteThatIsOtherIsRefused() throws IOException {
    Random places = new Random(17);
    for (int flip = 0; flip < FLIPS; flip++) {
      byte[] flipped = whole.clone();
      flipped[places.nextInt(flipped.length)] ^= (byte) (1 + places.nextInt(255));
      refused(flipped, seal);
    }
  }

  @Test
  void aBlankPageAfterAnUncleanEndIsNeverASmallerDatabase() throws IOException {
    for (int at = 0; at < whole.length; at += 4_096) {
      byte[] blank = whole.clone();
      Arrays.fill(blank, at, Math.min(at + 4_096, blank.length), (byte) 0);
      put(blank, unsealed());
      holdsAllOrIsRefused("blank at " + at);
    }
  }

  private void holdsAllOrIsRefused(String what) {
    List<String> held;
    try {
      held = SavedReports.all(database());
    } catch (StoreException e) {
      assertEquals(1, e.getMessage().lines().count(), e.getMessage());
      return;
    }
    assertEquals(saved, held, what);
  }

  @Test
  void aMarkThatIsNoMarkIsRefused() throws IOException {
    assertTrue(refused(whole, "run 1 rep").contains("reports.mv.db.mark is damaged; remove it"));
    Files.delete(mark);
    assertEquals(REPORTS, SavedReports.count(database()));
  }

  @Test
  void aRunThatDidNotEndLeavesTheMarkOpen() throws IOException {
    try (ReportStore store = ReportStore.open(database(), Duration.ZERO, NOW, "test")) {
      String open = Files.readString(mark);
      assertTrue(open.matches("run 3 report 200 record \\d+\n"), open);
      SavedReports.save(store, random.next());
      store.commit();
      open = Files.readString(mark);
      assertTrue(open.matches("run 3 report 201 record \\d+\n"), open);
    }
    assertTrue(
        Files.readString(mark).matches("run 3 report 201 record \\d+ size \\d+ crc32c .*\n"));
  }

  private void put(byte[] bytes, String line) throws IOException {
    Files.write(file, bytes);
    Files.writeString(mark, line);
  }

  /** Refuses it by name, says what to do, writes nothing. */
  private String refused(byte[] bytes, String line) throws IOException {
    put(bytes, line);
    StoreException refused =
        assertThrows(StoreException.class, () -> SavedReports.count(database()));
    String message = refused.getMessage();
    assertEquals(1, message.lines().count(), message);
    assertTrue(message.startsWith(file + ": "), message);
    assertTrue(message.contains("restore") || message.contains("remove"), message);
    assertArrayEquals(bytes, Files.readAllBytes(file));
    assertEquals(line, Files.readString(mark));
    return message;
  }
}
