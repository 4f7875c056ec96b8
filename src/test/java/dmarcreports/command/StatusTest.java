package dmarcreports.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dmarcreports.delivery.MailReceiver;
import dmarcreports.delivery.Receiver;
import dmarcreports.delivery.Webhook;
import dmarcreports.store.Databases;
import dmarcreports.store.ReportReader;
import dmarcreports.store.ReportStore;
import dmarcreports.store.h2.Resealed;
import dmarcreports.store.open.Database;
import dmarcreports.stored.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  private Database database() {
    return Databases.parse(folder.resolve("reports").toString());
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
    assertEquals(7, status.get("schema").asInt());
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
    Instant started = Instant.parse("2026-11-24T12:00:00Z");
    ReportStore.open(database(), Duration.ZERO, started, "test").close();
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
  void whatWaitsToBeSentIsToldForEachReceiverWithoutItsSecrets() throws Exception {
    assertTrue(status().get("waiting").isEmpty());
    assertFalse(program.printed("status").contains("to send"), program.out);
    Receiver mail = MailReceiver.parse("a#b@example.com");
    Receiver hook = Webhook.parse("slack+https://hooks.slack.com/services/T0P-S3CRET", false);
    try (ReportReader reader = ReportReader.open(database(), Duration.ZERO)) {
      List<Message> made =
          List.of(message(hook, 20), message(mail, 10), message(mail, 30), message(mail, 40));
      reader.announcements().save(Set.of(), Set.of(), 1, made);
    }
    assertEquals(
        "[{'receiver':'a#b@example.com','messages':3,'since':'2026-11-24T06:15:10Z'},"
            + "{'receiver':'slack+https://hooks.slack.com/…','messages':1,"
            + "'since':'2026-11-24T06:15:20Z'}]",
        status().get("waiting").toString().replace('"', '\''));
    assertTrue(program.out.endsWith("}]}\n"), program.out);
    String text = program.printed("status");
    assertTrue(
        text.endsWith(
            "to send    3 messages for a#b@example.com, waiting since 2026-11-24T06:15:10Z\n"
                + "to send    1 message for slack+https://hooks.slack.com/…, waiting since"
                + " 2026-11-24T06:15:20Z\n"),
        text);
    String japanese = program.printed("status", "--lang", "ja");
    assertTrue(
        japanese.contains("送信待ち   a#b@example.com 宛て 3 件（2026-11-24T06:15:10Z から）\n"), japanese);
  }

  private static Message message(Receiver receiver, int second) {
    Instant made = Instant.parse("2026-11-24T06:15:00Z").plusSeconds(second);
    return new Message(
        receiver.key(), Optional.empty(), "" + second, made, "", "{}", Optional.empty());
  }

  @Test
  void aDatabaseOfBeforeThereWereDeliveriesHasNoneThatWait() throws Exception {
    Resealed.asOfSchema6(folder.resolve("reports"));
    Resealed.after("drop table deliveries", folder.resolve("reports"));
    Resealed.after(
        "delete from \"flyway_schema_history\" where cast(\"version\" as int) = 6",
        folder.resolve("reports"));
    JsonNode status = status();
    assertTrue(Files.exists(folder.resolve("reports.mv.db.version-5")));
    assertEquals(28, status.get("reports").asInt());
    assertTrue(status.get("waiting").isEmpty());
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
        "update evidences set hash = (select hash from evidences where id = 1) where id = 5 |"
            + " evidence 5 is stored twice, first as 1",
        "update reports set (key_hash, content_hash) = (select key_hash, content_hash from reports"
            + " where id = 1) where id = 9 | report 9 is stored twice, first as 1",
        "update reports set document_hash = X'00' where id = 2 |"
            + " row 2 is not among the stored hashes of kind document",
        "update evidences set hash = X'00' where id = 3 | hashes of kind evidence that no row has: 1",
        "delete from hash_blocks where id = 1 | block 1 of hashes cannot be read",
      })
  void whatIsWrongIsNamed(String damage, String told) throws Exception {
    assertTrue(Resealed.after(damage, folder.resolve("reports")) > 0, damage);
    assertEquals(1, program.run("status", "--verify"), damage);
    assertTrue(program.err.contains(told), program.err);
    assertEquals("", program.out);
    assertTrue(program.err.lines().count() <= 22, program.err);
  }
}
