package dmarcreports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dmarcreports.report.Origin;
import dmarcreports.report.UnreadableReport;
import dmarcreports.store.Databases;
import dmarcreports.store.Discards;
import dmarcreports.store.ReportReader;
import dmarcreports.store.ReportStore;
import dmarcreports.store.open.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was discarded, listed and read again. */
class DiscardsTest {
  private static final String NAME = "mx.example.net-example.com-2026-11-20.xml";

  @TempDir Path folder;
  private Path inbox;
  private Path broken;
  private String whole;
  private Program program;

  @BeforeEach
  void fill() throws IOException {
    inbox = folder.resolve("inbox");
    program = new Program(folder, "reports");
    new Rua(inbox).report("mx.example.net", "2026-11-20", Rua.ses(5));
    broken = inbox.resolve(NAME);
    whole = Files.readString(broken);
    Files.writeString(broken, whole.substring(0, whole.length() - 40));
  }

  private JsonNode list() throws IOException {
    return new ObjectMapper()
        .readTree(program.printed("discards", "--format", "json"))
        .get("discards");
  }

  @Test
  void eachIsListedOnceHoweverOftenItIsRead() throws IOException {
    for (int night = 0; night < 3; night++) {
      program.run("ingest", inbox.toString());
    }
    JsonNode discard = list().get(0);
    assertEquals(1, list().size());
    assertEquals(broken.toString(), discard.get("input").asText());
    assertTrue(discard.get("member").isNull());
    assertEquals("truncated", discard.get("reason").asText());
    assertEquals(broken.toString(), discard.get("place").asText());
    assertTrue(Instant.parse(discard.get("when").asText()).isAfter(Instant.EPOCH));
    List<String> text = program.printed("discards").lines().toList();
    assertTrue(text.get(0).endsWith(" truncated " + broken), text.get(0));
    assertEquals(3, text.size());
    String csv = program.printed("discards", "--format", "csv");
    assertTrue(csv.startsWith("when,input,member,reason,detail,place\r\n"), csv);
    assertEquals(2, csv.lines().count());
  }

  @Test
  void whatIsMendedLeavesTheListByRetryOrByIngest() throws IOException {
    for (String[] again :
        List.of(new String[] {"discards", "--retry"}, new String[] {"ingest", inbox.toString()})) {
      Files.writeString(broken, whole.substring(0, whole.length() - 40));
      program.run("ingest", inbox.toString());
      assertEquals(1, list().size());
      Files.writeString(broken, whole);
      assertEquals(0, program.run(again), program.err);
      assertTrue(program.out.startsWith("1 input: 1 with reports"), program.out);
      assertEquals(0, list().size());
      assertEquals("", program.printed("discards"));
    }
  }

  @Test
  void whatIsStillBrokenStays() throws IOException {
    program.run("ingest", inbox.toString());
    assertEquals(0, program.run("discards", "--retry"));
    assertTrue(program.out.contains("1 discarded"), program.out);
    assertEquals(1, list().size());
  }

  @Test
  void oneMemberMendedLeavesAlone() throws IOException {
    Path mbox = inbox.resolve("mbox");
    String mail = "From a@b Mon Nov 23 10:00:00 2026\nFrom: a@b\nContent-Type: text/xml\n\n";
    String half = whole.substring(0, 300);
    Files.delete(broken);
    Files.writeString(mbox, mail + half + "\n\n" + mail + half + "\n\n");
    program.run("ingest", inbox.toString());
    assertEquals(2, list().size());
    Files.writeString(mbox, mail + whole + "\n\n" + mail + half + "\n\n");
    program.run("discards", "--retry");
    assertEquals(1, list().size());
    assertTrue(list().get(0).get("member").asText().startsWith("message 2"), list().toString());
  }

  @Test
  void itIsReadWhereItNowLies() throws IOException {
    Path quarantine = folder.resolve("quarantine");
    program.run("ingest", inbox.toString(), "--quarantine", quarantine.toString());
    Files.writeString(broken, whole.substring(0, whole.length() - 50));
    program.run("ingest", inbox.toString(), "--quarantine", quarantine.toString());
    assertEquals(2, list().size());
    assertEquals(broken.toString(), list().get(0).get("input").asText());
    assertEquals(quarantine.resolve(NAME).toString(), list().get(0).get("place").asText());
    assertEquals(quarantine.resolve(NAME + ".2").toString(), list().get(1).get("place").asText());
    Files.writeString(quarantine.resolve(NAME + ".2"), whole);
    assertEquals(
        0, program.run("discards", "--retry", "--quarantine", quarantine.toString()), program.err);
    assertTrue(
        program.out.contains(" 1 stored, 0 duplicates, 0 conflicts, 1 discarded"), program.out);
    assertEquals(1, list().size());
    assertTrue(Files.exists(quarantine.resolve(NAME)));
    String stored = program.printed("export", "--format", "jsonl");
    assertTrue(stored.contains("\"input\":\"" + broken + "\""), stored);
  }

  @Test
  void limitsMayBeRaised() throws IOException {
    Files.writeString(broken, whole + " ".repeat(20_000));
    program.run("ingest", inbox.toString(), "--max-document-size", "10kB");
    assertEquals("too_large", list().get(0).get("reason").asText());
    program.run("discards", "--retry", "--format", "json");
    assertEquals(1, new ObjectMapper().readTree(program.out).get("stored").asInt());
    assertEquals(0, list().size());
  }

  @Test
  void whatIsGoneIsNoLongerListedButNotWhatIsOutOfReach() throws IOException {
    program.run("ingest", inbox.toString());
    Path away = folder.resolve("away");
    Files.move(inbox, away);
    program.run("discards", "--retry");
    assertEquals("vanished", list().get(0).get("reason").asText());
    Files.move(away, inbox);
    Files.delete(broken);
    program.run("discards", "--retry");
    assertTrue(program.err.contains(broken + ": is gone; no longer listed"), program.err);
    assertEquals(0, list().size());
  }

  @Test
  void thereIsALimitAndTheLongestUnseenGoFirst() {
    Database database = Databases.parse(folder.resolve("many").toString());
    UnreadableReport why = new UnreadableReport(UnreadableReport.Reason.TRUNCATED, "ends");
    for (int run = 0; run < 2; run++) {
      try (ReportStore store = ReportStore.open(database, Duration.ZERO, Instant.EPOCH, "test")) {
        int from = run == 0 ? 0 : Discards.KEPT - 50;
        for (int i = from; i < from + (run == 0 ? Discards.KEPT : 100); i++) {
          store.discards().add(new Origin("input" + i, List.of()), "/input" + i, why);
        }
        store.finish(Instant.EPOCH);
      }
    }
    try (ReportReader reader = ReportReader.open(database, Duration.ZERO)) {
      List<String> inputs = reader.discards().stream().map(one -> one.input()).toList();
      assertTrue(inputs.size() <= Discards.KEPT, "" + inputs.size());
      assertTrue(inputs.size() >= Discards.KEPT - 100, "" + inputs.size());
      assertFalse(inputs.contains("input0"));
      for (int i = Discards.KEPT - 50; i < Discards.KEPT + 50; i++) {
        assertTrue(inputs.contains("input" + i));
      }
    }
  }

  @Test
  void aLedgerIsNoTable() {
    program.run("ingest", inbox.toString());
    assertEquals(2, program.run("discards", "--retry", "--format", "csv"));
  }
}
