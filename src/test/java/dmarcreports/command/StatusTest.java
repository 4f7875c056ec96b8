package dmarcreports.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dmarcreports.store.Databases;
import dmarcreports.store.ReportStore;
import dmarcreports.store.h2.Resealed;
import dmarcreports.store.open.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of a database as a whole. */
class StatusTest {
  @TempDir Path folder;
  private Program program;

  @BeforeEach
  void fill() {
    program = new Program(folder, "reports");
    program.run("ingest", "sample-reports");
  }

  private JsonNode status() throws Exception {
    return new ObjectMapper().readTree(program.printed("status", "--format", "json"));
  }

  @Test
  void whatIsThereIsCounted() throws Exception {
    long bytes = Files.size(folder.resolve("reports.mv.db"));
    JsonNode status = status();
    assertEquals(28, status.get("reports").asInt());
    assertEquals(0, status.get("conflicts").asInt());
    assertEquals(95, status.get("records").asInt());
    assertEquals(1846, status.get("messages").asInt());
    assertEquals(5, status.get("schema").asInt());
    assertTrue(status.get("engine").asText().matches("H2 2\\.4\\.[0-9]+"), status.toString());
    assertEquals(bytes, status.get("bytes").asLong());
    assertEquals(1, status.get("discards").asInt());
    String newest = status.get("last_day").asText();
    assertEquals(newest, status.get("reporters").get(0).get("last_day").asText());
    assertTrue(status.get("first_day").asText().compareTo(newest) < 0);
    JsonNode run = status.get("runs").get(0);
    assertTrue(run.get("finished").asBoolean());
    assertEquals(29, run.get("inputs").asInt());
    assertEquals(28, run.get("stored").asInt());
    assertEquals(1, run.get("duplicates").asInt());
    assertEquals(1, run.get("discarded").asInt());
    String text = program.printed("status");
    assertTrue(text.contains("reports    28, 95 records, 1846 messages\n"), text);
    assertTrue(
        text.contains(": 29 inputs, 28 stored, 1 duplicate, 0 conflicts, 1 discarded"), text);
  }

  @Test
  void aRunWithoutAnEndIsShownAsSuchAlsoAfterTheNext() throws Exception {
    Database database = Databases.parse(folder.resolve("reports").toString());
    Instant started = Instant.parse("2026-11-24T12:00:00Z");
    ReportStore.open(database, Duration.ZERO, started, "test").close();
    assertTrue(
        program.printed("status").contains("run        2026-11-24T12:00:00Z: unfinished\n"),
        program.out);
    program.run("ingest", "sample-reports");
    JsonNode runs = status().get("runs");
    assertTrue(runs.get(0).get("finished").asBoolean());
    assertFalse(runs.get(1).get("finished").asBoolean());
    assertTrue(runs.get(1).get("ended").isNull());
    assertTrue(runs.get(2).get("finished").asBoolean());
  }

  @Test
  void anEmptyDatabaseHasNothing() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    program = new Program(folder, "nothing");
    program.run("ingest", empty.toString());
    assertTrue(status().get("first_day").isNull());
    assertTrue(program.printed("status", "--verify").contains("days       none\n"));
  }

  @Test
  void aDatabaseInOrderIsVerified() {
    assertTrue(program.printed("status", "--verify").contains("reports    28"));
    program.printed("purge", "--source", "192.0.2.0/24");
    program.printed("status", "--verify");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "delete from records where id = 3 | records and has",
        "update records set messages = messages + 1 where id = 3 | messages and has",
        "update reports set message_count = 1 where id = 2 | announces 1 message",
        "update reports set deviation_count = 77 where id = 2 | announces 77 deviations",
        "delete from evidences where id = 2 | is without its evidence",
        "delete from policies where id = 1 | is without its policy",
        "delete from reports where id = 4 | are without their report, number 4",
        "update policies set p = 'quarantine' where id = 1 | policy 1 is not what was stored",
        "update evidences set disposition = 'reject' where id = 1 | evidence 1 is not what was",
        "update evidences set spf = '[[' where id = 1 | evidence 1 cannot be read",
        "update policies set p = 'maybe' where id = 1 | policy 1 cannot be read",
        "update reports set conflict = true where id = 4 | 0 reports count for the key",
        "update reports set last_record = 1 where id = 4 | lie among those of others",
      })
  void whatIsWrongIsNamed(String damage, String told) throws Exception {
    assertTrue(Resealed.after(damage, folder.resolve("reports")) > 0, damage);
    assertEquals(1, program.run("status", "--verify"), damage);
    assertTrue(program.err.contains(told), program.err);
    assertEquals("", program.out);
    assertTrue(program.err.lines().count() <= 22, program.err);
  }
}
