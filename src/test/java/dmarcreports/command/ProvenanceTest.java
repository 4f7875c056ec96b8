package dmarcreports.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dmarcreports.Rua;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a report came from. */
class ProvenanceTest {
  private static final String ID = "mx.example.net-example.com-2026-11-20";
  private static final String HEADER =
      String.join(
          "\r\n",
          "Authentication-Results: mx.example.com;",
          " dkim=pass header.d=example.net;",
          "\tspf=fail",
          "Received: from anywhere",
          "Authentication-Results: forger.test; dkim=pass; dmarc=pass",
          "From: \"Reports\" <noreply@example.net>",
          "Date: Sat, 21 Nov 2026 01:00:00 +0000",
          "Message-ID: <1@example.net>",
          "");

  @TempDir Path folder;
  private String report;
  private Program program;

  @BeforeEach
  void fill() throws IOException {
    Path one = folder.resolve("one");
    new Rua(one).report("mx.example.net", "2026-11-20", Rua.ses(5));
    report = Files.readString(one.resolve(ID + ".xml"));
    program = new Program(folder, "reports");
  }

  private JsonNode provenance(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("input"), content);
    assertEquals(0, program.run("ingest", file.toString()), program.err);
    assertTrue(program.out.contains(" 1 stored"), program.out);
    String json = program.printed("status", "--report", ID, "--format", "json");
    return new ObjectMapper().readTree(json).get("reports").get(0);
  }

  private void isTheCarrier(JsonNode mail) {
    assertEquals("\"Reports\" <noreply@example.net>", mail.get("from").asText());
    assertEquals("Sat, 21 Nov 2026 01:00:00 +0000", mail.get("date").asText());
    assertEquals("<1@example.net>", mail.get("message_id").asText());
    assertEquals(
        "mx.example.com; dkim=pass header.d=example.net; spf=fail",
        mail.get("authentication_results").asText());
    assertEquals("mx.example.com", mail.get("stated_by").asText());
    assertEquals("{\"dkim\":[\"pass\"],\"spf\":[\"fail\"]}", mail.get("stated").toString());
  }

  @Test
  void aFileHasAnInputAndNoMail() throws IOException {
    JsonNode found = provenance(report);
    assertTrue(found.get("mail").isNull());
    assertEquals(folder.resolve("input").toString(), found.get("input").asText());
    assertEquals("example.com", found.get("policy_domain").asText());
    assertEquals("2026-11-20", found.get("day").asText());
    assertEquals(1, found.get("records").asInt());
    assertEquals(5, found.get("messages").asInt());
    assertFalse(found.get("conflict").asBoolean());
    assertTrue(Instant.parse(found.get("stored").asText()).isAfter(Instant.EPOCH));
  }

  @Test
  void aMailHasTheFirstOfEachFieldOfItsOwnHeader() throws IOException {
    String parts =
        "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
            + "Content-Type: text/xml\r\nFrom: part@forger.test\r\n"
            + "Authentication-Results: part.test; dkim=pass\r\n\r\n"
            + report
            + "\r\n--b--\r\n";
    JsonNode found = provenance(HEADER + parts);
    isTheCarrier(found.get("mail"));
    assertTrue(found.get("input").asText().endsWith("input > part 1"), found.toString());
    String text = program.printed("status", "--report", ID);
    assertTrue(text.contains("mail from   \"Reports\" <noreply@example.net>\n"), text);
    assertTrue(
        text.contains(
            "stated      dkim pass, spf fail (by mx.example.com); what a header states is no proof\n"),
        text);
  }

  @Test
  void ofAMailInAMailTheOuterCarriedIt() throws IOException {
    String inner =
        "From: inner@forger.test\r\nAuthentication-Results: mx.example.com; dmarc=pass\r\n"
            + "Content-Type: text/xml\r\n\r\n"
            + report;
    String outer = "Content-Type: message/rfc822\r\n\r\n";
    isTheCarrier(provenance(HEADER + outer + inner).get("mail"));
  }

  @Test
  void ofAnMboxEachMessageCarriesItsOwn() throws IOException {
    String other = "From a@b Mon Nov 23 10:00:00 2026\nFrom: other@forger.test\n\nhello\n\n";
    String mbox = other + "From a@b Mon Nov 23 10:00:00 2026\n" + HEADER.replace("\r", "");
    isTheCarrier(provenance(mbox + "Content-Type: text/xml\n\n" + report + "\n").get("mail"));
  }

  @Test
  void aFieldIsCutAndAWholeTextOfItIsShownInert() throws IOException {
    String long1 = "From: \u001b[31m" + "x".repeat(5_000) + "\r\nContent-Type: text/xml\r\n\r\n";
    JsonNode mail = provenance(long1 + report).get("mail");
    assertTrue(mail.get("from").asText().length() <= 1024, mail.toString());
    assertTrue(mail.get("date").isNull());
    assertFalse(mail.has("stated"));
    assertFalse(program.printed("status", "--report", ID).contains("\u001b"));
  }

  @Test
  void aConflictIsToldBesideTheReportThatCounts() throws IOException {
    provenance(report);
    Path other =
        Files.writeString(
            folder.resolve("other"), report.replace("<count>5</count>", "<count>6</count>"));
    program.run("ingest", other.toString());
    String text = program.printed("status", "--report", ID);
    assertEquals(1, text.split("; in conflict, not counted").length - 1, text);
    assertEquals(2, text.lines().filter(line -> line.startsWith("input ")).count(), text);
  }

  @Test
  void anIdThatIsNotStoredIsNamed() throws IOException {
    provenance(report);
    assertEquals(1, program.run("status", "--report", "none"));
    assertEquals("none: no report with this id is stored; export lists their ids\n", program.err);
  }
}
