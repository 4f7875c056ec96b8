package dmarcreports.store.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.InMemory;
import dmarcreports.file.DurableFiles;
import dmarcreports.store.Databases;
import dmarcreports.store.RandomReports;
import dmarcreports.store.ReportStore;
import dmarcreports.store.SavedReports;
import dmarcreports.store.h2.TracedFiles.Change;
import dmarcreports.store.open.Database;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power fails after each single write, with and without what was not forced to the disk, and
 * with any part of that: what was acknowledged is there, and whole.
 */
class PowerLossTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final int REPORTS = 60;
  private static final int EACH_COMMIT = 4;
  private static final int REORDERINGS = 100;

  @TempDir(factory = InMemory.class)
  Path directory;

  private Path left;
  private byte[] before;
  private String markBefore;

  /** What is known at a moment to be on disk. */
  private record Acknowledged(int reports, String mark) {}

  @BeforeEach
  void record() throws IOException {
    Path file = directory.resolve("reports.mv.db");
    left = Files.createDirectory(directory.resolve("left")).resolve("reports.mv.db");
    RandomReports random = new RandomReports(7);
    try (ReportStore store = open(Databases.parse(file.toString()))) {
      SavedReports.save(store, random.next());
      store.finish(NOW);
    }
    before = Files.readAllBytes(file);
    markBefore = Files.readString(mark(file)).replaceFirst(" size.*", "");
    TracedFiles.start();
    try (ReportStore store = open(TracedFiles.database(file))) {
      TracedFiles.note(new Acknowledged(1, Files.readString(mark(file))));
      for (int saved = 1; saved <= REPORTS; saved++) {
        SavedReports.save(store, random.next());
        if (saved % EACH_COMMIT == 0) {
          store.commit();
          TracedFiles.note(new Acknowledged(1 + saved, Files.readString(mark(file))));
        }
      }
      store.finish(NOW);
    }
  }

  private static ReportStore open(Database database) {
    return ReportStore.open(database, Duration.ZERO, NOW, "test");
  }

  private static Path mark(Path file) {
    return DurableFiles.sibling(file, ".mark");
  }

  @Test
  void afterEveryWriteAndWithoutWhatWasNotForced() throws IOException {
    List<Change> changes = TracedFiles.changes();
    int forced = 0;
    for (int end = 0; end <= changes.size(); end++) {
      check("killed after " + end, changes, end, changes.subList(0, end));
      if (end < changes.size() && changes.get(end) instanceof Change.Note) {
        check("power lost after " + end, changes, end + 1, changes.subList(0, forced));
      }
      if (end < changes.size() && changes.get(end) instanceof Change.Force) {
        check("power lost before force " + end, changes, end, changes.subList(0, forced));
        forced = end + 1;
      }
    }
  }

  @Test
  void withAnyPartOfWhatWasNotForced() throws IOException {
    List<Change> changes = TracedFiles.changes();
    Random random = new Random(11);
    for (int i = 0; i < REORDERINGS; i++) {
      int end = 1 + random.nextInt(changes.size());
      int forced = end;
      while (forced > 0 && !(changes.get(forced - 1) instanceof Change.Force)) {
        forced--;
      }
      List<Change> kept = new ArrayList<>(changes.subList(0, forced));
      for (Change change : changes.subList(forced, end)) {
        if (random.nextBoolean()) {
          kept.add(torn(change, random));
        }
      }
      check("part " + i + " of what came after " + forced, changes, end, kept);
    }
  }

  /** Now and then only the first sectors of a write. */
  private static Change torn(Change change, Random random) {
    if (change instanceof Change.Write write && random.nextInt(4) == 0) {
      int sectors = random.nextInt(1 + write.bytes().length / 512);
      return new Change.Write(write.at(), Arrays.copyOf(write.bytes(), sectors * 512));
    }
    return change;
  }

  private void check(String what, List<Change> changes, int end, List<Change> kept)
      throws IOException {
    Acknowledged acknowledged = new Acknowledged(1, markBefore);
    for (Change change : changes.subList(0, end)) {
      if (change instanceof Change.Note note) {
        acknowledged = (Acknowledged) note.text();
      }
    }
    write(kept);
    Files.writeString(mark(left), acknowledged.mark);
    int reports;
    try {
      reports = SavedReports.count(Databases.parse(left.toString()));
    } catch (RuntimeException e) {
      throw new AssertionError(what + " of " + changes.size() + ": " + e.getMessage(), e);
    }
    assertTrue(
        reports >= acknowledged.reports,
        what + " of " + changes.size() + ": " + reports + " of " + acknowledged.reports);
    if (end == changes.size() && kept.size() == end) {
      assertEquals(1 + REPORTS, reports);
    }
  }

  private void write(List<Change> changes) throws IOException {
    Files.write(left, before);
    try (RandomAccessFile file = new RandomAccessFile(left.toFile(), "rw")) {
      for (Change change : changes) {
        if (change instanceof Change.Write write) {
          file.seek(write.at());
          file.write(write.bytes());
        } else if (change instanceof Change.Truncate truncate) {
          file.setLength(truncate.size());
        }
      }
    }
  }
}
