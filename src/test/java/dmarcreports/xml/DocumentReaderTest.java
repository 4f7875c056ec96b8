package dmarcreports.xml;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dmarcreports.report.UnreadableReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Characters of one, two, three and four bytes, wherever a buffer or a read happens to end. */
class DocumentReaderTest {
  private static final String ALL_LENGTHS = "a\u00fc\u20ac\ud83d\ude00";

  @Test
  void aCharacterOfFourBytesInALeadingCommentIsPassed() {
    String report = BaseReport.XML.replace("<feedback>", "<!-- \ud83d\ude00 --><feedback>");
    String verdict =
        assertTimeoutPreemptively(
            Duration.ofSeconds(60), () -> CollectedReport.verdict(report.getBytes(UTF_8)));
    assertEquals("accepted", verdict);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 4_095, 4_096, 4_097, 16_384})
  void everyReadOfWhateverLengthGivesTheSameText(int length) {
    String text = "<!--" + "x".repeat(4_096 - 6) + ALL_LENGTHS.repeat(20_000) + "-->";
    for (Charset charset : new Charset[] {UTF_8, UTF_16BE}) {
      String read =
          assertTimeoutPreemptively(
              Duration.ofSeconds(60),
              () -> inPieces(new ByteArrayInputStream(text.getBytes(charset)), length));
      assertEquals(text, read);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 511})
  void bytesMayComeInDrops(int drop) {
    String text = "<!--" + ALL_LENGTHS.repeat(500) + "-->";
    InputStream drops =
        new ByteArrayInputStream(text.getBytes(UTF_8)) {
          @Override
          public synchronized int read(byte[] into, int offset, int wanted) {
            return super.read(into, offset, Math.min(drop, wanted));
          }
        };
    String read = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> inPieces(drops, 8_192));
    assertEquals(text, read);
  }

  @Test
  void aCharacterCutAtTheEndIsReadAsWindows1252() {
    byte[] cut = {'<', 'a', '>', (byte) 0xf0, (byte) 0x9f};
    String read =
        assertTimeoutPreemptively(
            Duration.ofSeconds(60), () -> inPieces(new ByteArrayInputStream(cut), 1));
    assertEquals("<a>\u00f0\u0178", read);
  }

  private static String inPieces(InputStream bytes, int length)
      throws UnreadableReport, IOException {
    DocumentReader reader = new DocumentReader(bytes);
    StringBuilder text = new StringBuilder();
    char[] piece = new char[length];
    for (int n = reader.read(piece); n >= 0; n = reader.read(piece)) {
      text.append(piece, 0, n);
    }
    return text.toString();
  }
}
