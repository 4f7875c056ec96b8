package dmarcreports.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dmarcreports.report.Origin;
import dmarcreports.report.UnreadableReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for everything that can be opened. */
class OpenerTest {
  private static final Pattern CLASS_NAME = Pattern.compile("[a-z](Exception|Error)$|\\borg\\.");
  private static final String XML =
      "<?xml version=\"1.0\"?>\n<feedback>" + "x".repeat(3000) + "</feedback>\n";
  private static final byte[] REPORT = XML.getBytes(StandardCharsets.US_ASCII);

  @TempDir private Path directory;

  static Stream<Arguments> pairs() {
    return Arrays.stream(Packed.values())
        .flatMap(outer -> Arrays.stream(Packed.values()).map(inner -> Arguments.of(outer, inner)));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void opensEachContainerInEachOther(Packed outer, Packed inner) throws IOException {
    Seen seen = Seen.in(outer.pack(inner.pack(REPORT)));
    if (outer == Packed.BASE64
        && !List.of(Packed.PLAIN, Packed.GZIP, Packed.ZIP, Packed.STORED_ZIP).contains(inner)) {
      return;
    }
    assertEquals(List.of(XML), seen.documents);
    assertEquals(List.of(), seen.reasons());
  }

  @ParameterizedTest
  @EnumSource
  void opensEachContainerFromAFile(Packed packed) throws IOException {
    Path file = Files.write(directory.resolve("report"), packed.pack(REPORT));
    assertEquals(List.of(XML), Seen.in(Input.of(file), Limits.defaults()).documents);
  }

  @ParameterizedTest
  @EnumSource
  void opensEachContainerAsAttachment(Packed packed) throws IOException {
    Seen seen = Seen.in(Mails.withAttachment("application/octet-stream", packed.pack(REPORT)));
    assertEquals(List.of(XML), seen.documents);
    assertEquals(List.of(), seen.reasons());
  }

  /** Cut anywhere, a container is told of once or its report is whole; nothing else is thrown. */
  @ParameterizedTest
  @EnumSource(names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
  void tellsOnceOfACutContainer(Packed packed) throws IOException {
    byte[] whole = packed.pack(packed == Packed.BASE64 ? Packed.GZIP.pack(REPORT) : REPORT);
    for (int length = 8; length < whole.length; length += Math.max(1, whole.length / 97)) {
      Seen seen = Seen.in(Arrays.copyOf(whole, length));
      for (String document : seen.documents) {
        assertEquals(XML, document, packed + " cut at " + length);
      }
      assertEquals(Math.min(1, seen.discards.size()), seen.discards.size(), seen.discards + "");
      seen.discards.forEach(why -> assertEquals("truncated", why.reason().word(), why + ""));
      seen.discards.forEach(
          why -> assertFalse(CLASS_NAME.matcher(why.getMessage()).find(), why + ""));
    }
  }

  /** Damaged anywhere, a container never gives another text than was packed, nor breaks us. */
  @ParameterizedTest
  @EnumSource(names = {"GZIP", "ZLIB", "BZIP2", "XZ", "ZIP", "STORED_ZIP", "SEVEN_ZIP"})
  void neverGivesADamagedReport(Packed packed) throws IOException {
    byte[] whole = packed.pack(REPORT);
    for (int at = 0; at < whole.length; at += Math.max(1, whole.length / 211)) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x10;
      for (String document : Seen.in(damaged).documents) {
        assertEquals(XML, document, packed + " damaged at " + at);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "unused",
        "\u0089PNG\r\n\u001a\n....",
        "{\"a\": 1}",
        "<html><p>x",
        " <!DOCTYPE html>",
        "\r\n",
        "just text",
        "<a@b.example> wrote:",
        "<https://a.example/>"
      })
  void callsNobodyForWhatIsNoReport(String content) throws IOException {
    for (Packed packed : List.of(Packed.PLAIN, Packed.GZIP, Packed.ZIP, Packed.TAR)) {
      Seen seen = Seen.in(packed.pack(Packed.bytes(content)));
      assertEquals(List.of(), seen.documents);
      assertEquals(List.of(), seen.reasons());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00ef\u00bb\u00bf<feedback>",
        "\n\n  <feedback>",
        "<x:feedback>",
        "junk\n<feedback>",
        "\u00fe\u00ff\0<\0f\0e",
        "\u00ff\u00fe<\0f\0e\0",
        "<\0?\0x\0",
        "\0<\0?\0x",
        "<!-- c --><feedback>"
      })
  void takesXmlForXml(String content) throws IOException {
    assertEquals(List.of(content), Seen.in(Packed.bytes(content)).documents);
  }

  @Test
  void leavesTheFailureOfAVisitorAlone() throws IOException {
    IOException trouble = new IOException("database");
    for (Packed packed : Packed.values()) {
      Input input = Input.of("-", new ByteArrayInputStream(packed.pack(REPORT)));
      IOException thrown =
          assertThrows(
              IOException.class,
              () -> new Opener(Limits.defaults()).open(input, new Failing(trouble)));
      assertSame(trouble, thrown, packed.name());
    }
  }

  @Test
  void saysThatTheBytesCannotBeHad() {
    IOException lost = new IOException("disk");
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw lost;
          }

          @Override
          public int read(byte[] bytes, int from, int length) throws IOException {
            throw lost;
          }
        };
    assertSame(
        lost,
        assertThrows(IOException.class, () -> Seen.in(Input.of("-", failing), Limits.defaults())));
    Input missing = Input.of(directory.resolve("missing"));
    assertThrows(
        java.nio.file.NoSuchFileException.class, () -> Seen.in(missing, Limits.defaults()));
  }

  private record Failing(IOException trouble) implements DocumentVisitor {
    @Override
    public void document(Origin origin, InputStream content) throws IOException {
      throw trouble;
    }

    @Override
    public void discarded(Origin origin, UnreadableReport why) throws IOException {
      throw trouble;
    }
  }

  /** A visitor may read nothing: what stands beside is still found. */
  @Test
  void findsTheNextDocumentOfAVisitorThatStopsEarly() throws IOException {
    byte[] attached = Packed.GZIP.pack(REPORT);
    List<byte[]> pairs =
        List.of(
            Packed.zip(ZipArchiveOutputStream.DEFLATED, "a", REPORT, "b", REPORT),
            Packed.GZIP.pack(Packed.tar(REPORT, REPORT)),
            Packed.sevenZip(null, REPORT, REPORT),
            Mails.multipart("mixed", Mails.part("A: b", attached), Mails.part("A: b", attached)));
    for (byte[] pair : pairs) {
      List<Origin> found = new ArrayList<>();
      Input input = Input.of("-", new ByteArrayInputStream(pair));
      new Opener(Limits.defaults()).open(input, new Skimming(found));
      assertEquals(2, found.size());
    }
  }

  private record Skimming(List<Origin> found) implements DocumentVisitor {
    @Override
    public void document(Origin origin, InputStream content) throws IOException {
      found.add(origin);
      content.close();
    }

    @Override
    public void discarded(Origin origin, UnreadableReport why) {
      throw new AssertionError(origin + " " + why);
    }
  }
}
