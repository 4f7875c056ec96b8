package dmarcreports.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dmarcreports.Rua;
import dmarcreports.command.DmarcReports;
import dmarcreports.command.ExitCode;
import dmarcreports.mail.Limits;
import dmarcreports.mail.Opener;
import dmarcreports.mailbox.FileMailbox;
import dmarcreports.store.Databases;
import dmarcreports.store.ReportStore;
import dmarcreports.store.open.Database;
import dmarcreports.xml.ReportParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inputs that fall silent, are written to, or go while they are read. */
class WhileReadingTest {
  private static final String FROM =
      "From a@b Mon Nov 23 10:00:00 2026\nFrom: a@b\nContent-Type: text/xml\n\n";

  @TempDir Path folder;
  private String whole;
  private Path mbox;

  @BeforeEach
  void write() throws IOException {
    Path rua = new Rua(folder.resolve("rua")).report("a.net", "2026-11-20").directory();
    whole = Files.readString(rua.resolve("a.net-example.com-2026-11-20.xml"));
    whole = whole.replace("</feedback>", Rua.ses(5) + "</feedback>");
    mbox = folder.resolve("mbox");
    Files.writeString(mbox, message(whole.substring(0, 300)) + message(whole));
  }

  private static String message(String report) {
    return FROM + report + "\n\n";
  }

  private interface Action {
    void run() throws IOException;
  }

  /** Reads the mbox; the action comes when its first message, which is broken, was told of. */
  private Ledger ingest(String db, Action meanwhile) throws IOException {
    Database database = Databases.parse(folder.resolve(db).toString());
    boolean[] done = {false};
    try (ReportStore store =
        ReportStore.open(database, Duration.ZERO, Instant.parse("2026-11-24T00:00:00Z"), "test")) {
      Ledger ledger =
          new Ingest(
                  store,
                  new Opener(Limits.defaults()),
                  line -> {
                    try {
                      if (!done[0]) {
                        done[0] = true;
                        meanwhile.run();
                      }
                    } catch (IOException e) {
                      throw new UncheckedIOException(e);
                    }
                  },
                  OwnDomains.ANY,
                  new ReportParser())
              .run(
                  FileMailbox.of(List.of(mbox.toString()), InputStream.nullInputStream()),
                  new Progress(null));
      store.finish(Instant.EPOCH);
      return ledger;
    }
  }

  private static String outcome(Ledger ledger) {
    return ledger.line("").replaceAll("(?s) · \\d+ records.*", "");
  }

  @Test
  void ofAFileThatIsWrittenToNothingMoreIsStoredUntilItIsRead() throws IOException {
    Ledger first =
        ingest("db", () -> Files.writeString(mbox, message(whole), StandardOpenOption.APPEND));
    assertEquals(
        "1 input: 0 with reports, 0 not a report, 1 unreadable · "
            + "1 document: 0 stored, 0 duplicates, 0 conflicts, 1 discarded",
        outcome(first));
    JsonNode discards = new ObjectMapper().valueToTree(first.json("", 0)).get("discards");
    assertEquals("vanished", discards.get(1).get("reason").asText());
    Ledger second = ingest("db", () -> {});
    assertTrue(outcome(second).contains("1 stored, 1 duplicate, 0 conflicts, 1 discarded"));
  }

  @Test
  void aFileThatIsMovedOrReplacedIsReadToItsEnd() throws IOException {
    Ledger moved = ingest("moved", () -> Files.move(mbox, folder.resolve("elsewhere")));
    assertTrue(outcome(moved).startsWith("1 input: 1 with reports"), outcome(moved));
    assertTrue(outcome(moved).contains(" 1 stored, "), outcome(moved));
    Files.copy(folder.resolve("elsewhere"), mbox);
    Path other = Files.writeString(folder.resolve("other"), "something else");
    Ledger replaced =
        ingest(
            "replaced",
            () -> {
              Files.delete(mbox);
              Files.move(other, mbox);
            });
    assertTrue(outcome(replaced).contains(" 1 stored, "), outcome(replaced));
  }

  @Test
  void aSilentInputIsTimedOutAndTheRunGoesOn() throws IOException {
    Path file = Files.writeString(folder.resolve("other.xml"), whole.replace("a.net", "b.net"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code;
    try (PipedOutputStream writer = new PipedOutputStream();
        PipedInputStream pipe = new PipedInputStream(writer, 1 << 20)) {
      String rest = message(whole.substring(0, 300)) + "\n".repeat(1 << 18);
      writer.write((message(whole) + rest).getBytes(StandardCharsets.UTF_8));
      writer.flush();
      code =
          DmarcReports.run(
              new String[] {
                "ingest",
                "-",
                file.toString(),
                "--max-silence",
                "1s",
                "--fail-on-discard",
                "--db",
                folder.resolve("silent").toString()
              },
              pipe,
              out,
              new PrintStream(err, true, StandardCharsets.UTF_8),
              false,
              Map.of("HOME", folder.toString()));
    }
    assertEquals(ExitCode.DISCARDED, code);
    assertEquals(
        "-: timeout: gave no byte for 1 s (--max-silence); run it again\n",
        err.toString(StandardCharsets.UTF_8));
    assertTrue(
        out.toString(StandardCharsets.UTF_8)
            .startsWith(
                "2 inputs: 1 with reports, 0 not a report, 1 unreadable · 2 documents: 2 stored,"),
        out.toString(StandardCharsets.UTF_8));
  }
}
