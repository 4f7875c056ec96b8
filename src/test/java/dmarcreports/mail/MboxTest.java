package dmarcreports.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a message of an mbox ends. */
class MboxTest {
  private static final String FROM = "From MAILER-DAEMON Tue Jan  2 03:04:05 2024\n";
  private static final String XML = "<?xml version=\"1.0\"?><feedback/>\n";

  private static List<String> messages(String mbox) throws IOException {
    byte[] bytes = mbox.getBytes(StandardCharsets.ISO_8859_1);
    MboxMessages messages = new MboxMessages(new ByteArrayInputStream(bytes));
    List<String> found = new ArrayList<>();
    while (messages.next()) {
      found.add(new String(messages.readAllBytes(), StandardCharsets.ISO_8859_1));
    }
    return found;
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void splitsAtFromLinesOnly(String lineEnd) throws IOException {
    String first = "A: b\n\nFrom our side\nall is well\n\nFrom now on\nit is\n\n";
    String second = "C: d\n\ntext\nFrom x Tue Jan  2 03:04:05 2024\n\n";
    String mbox = FROM + first + FROM + second + "From someone\nE: f\n\n" + FROM;
    List<String> expected = new ArrayList<>();
    for (String message : List.of(first, second, "E: f\n\n")) {
      expected.add(message.replace("\n", lineEnd));
    }
    assertEquals(expected, messages(mbox.replace("\n", lineEnd)));
  }

  @Test
  void takesTheQuotesOff() throws IOException {
    String mbox = FROM + "A: b\n\n>From x\n>>From y\n> From z\n";
    assertEquals(List.of("A: b\n\nFrom x\n>From y\n> From z\n"), messages(mbox));
  }

  @Test
  void linesMayBeLongerThanAnyBuffer() throws IOException {
    String line = "x".repeat(300_000) + "\n\n";
    assertEquals(List.of(line, line), messages(FROM + line + FROM + line));
  }

  @Test
  void numbersTheMessages() throws IOException {
    String report = "A: b\nContent-Type: text/xml\n\n" + XML + "\n";
    String mbox = FROM + report + FROM + "A: b\n\nhello\n\n" + FROM + report;
    Seen seen = Seen.in(Packed.bytes(mbox));
    assertEquals(List.of("- > message 1 > part 1", "- > message 3 > part 1"), seen.origins);
    assertEquals(List.of(), seen.reasons());
  }

  @Test
  void eachMessageHasABudgetOfItsOwn() throws IOException {
    byte[] bomb = Packed.GZIP.pack(new byte[64 << 20]);
    String bad = new String(Mails.withAttachment("a/b", bomb), StandardCharsets.ISO_8859_1);
    String good = "A: b\nContent-Type: text/xml\n\n" + XML + "\n";
    Seen seen = Seen.in(Packed.bytes(FROM + good + FROM + bad + "\r\n\r\n" + FROM + good));
    assertEquals(2, seen.documents.size());
  }
}
