package dmarcreports.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What contradicts itself in a database is found. */
class VerificationTest {
  @TempDir Path directory;

  private Database database() {
    return Database.parse(directory.resolve("reports").toString());
  }

  @BeforeEach
  void fill() {
    try (ReportStore store = ReportStore.open(database(), Duration.ZERO, Instant.EPOCH, "test")) {
      RandomReports random = new RandomReports(3);
      for (int i = 0; i < 20; i++) {
        SavedReports.save(store, random.next());
      }
      store.finish(Instant.EPOCH);
    }
  }

  /** As another program would, but so that the file is taken for the one that was left. */
  private void damage(String sql) {
    try (OpenDatabase open = OpenDatabase.open(database(), Duration.ZERO, false)) {
      assertTrue(open.db().execute(sql) > 0, sql);
      open.commit();
    }
  }

  private List<String> faults() {
    return Verification.faults(database(), Duration.ZERO);
  }

  @Test
  void whatWasStoredIsInOrder() {
    assertEquals(List.of(), faults());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "delete from records where id = 3 | records and has",
        "update records set messages = messages + 1 where id = 3 | messages and has",
        "update reports set message_count = 1 where id = 2 | announces 1 messages",
        "update reports set deviation_count = 77 where id = 2 | announces 77 deviations",
        "delete from evidences where id = 2 | is without its evidence",
        "delete from policies where id = 1 | is without its policy",
        "delete from reports where id = 4 | are without their report, number 4",
        "update policies set p = 'quarantine' where id = 1 | policy 1 is not what was stored",
        "update evidences set null_sender = not null_sender where id = 1 | evidence 1 is not what was",
        "update evidences set spf = '[[' where id = 1 | evidence 1 cannot be read",
        "update policies set p = 'maybe' where id = 1 | policy 1 cannot be read",
        "update reports set conflict = true where id = 4 | 0 reports count for the key",
        "update reports set last_record = 1 where id = 4 | lie among those of others",
      })
  void whatIsWrongIsNamed(String damage, String told) {
    damage(damage);
    String faults = String.join("\n", faults());
    assertTrue(faults.contains(told), faults);
    assertTrue(faults.lines().count() <= 21, faults);
  }
}
