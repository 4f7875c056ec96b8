package dmarcreports.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quirks of archives, and archives that were made to harm. */
class ArchiveTest {
  private static final int DEFLATED = ZipArchiveOutputStream.DEFLATED;
  private static final String XML = "<?xml version=\"1.0\"?><feedback/>";
  private static final byte[] REPORT = Packed.bytes(XML);

  private static byte[] gzip(String content) throws IOException {
    return Packed.GZIP.pack(Packed.bytes(content));
  }

  private static byte[] join(byte[]... pieces) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      all.write(piece);
    }
    return all.toByteArray();
  }

  private static byte[] bomb(int mebibytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(REPORT);
      for (int i = 0; i < mebibytes; i++) {
        out.write(new byte[1 << 20]);
      }
    }
    return packed.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\r\n", "This mail was scanned\n", "\0\0\0\0\0\0\0\0", "\u001f\u008b"})
  void whatFollowsAGzipIsIgnored(String junk) throws IOException {
    Seen seen = Seen.in(join(gzip(XML), Packed.bytes(junk)));
    assertEquals(List.of(XML), seen.documents);
    assertEquals(List.of(), seen.reasons());
  }

  @Test
  void membersOfAGzipAreOneText() throws IOException {
    byte[] members = join(gzip(XML.substring(0, 20)), gzip(""), gzip(XML.substring(20)));
    assertEquals(List.of(XML), Seen.in(members).documents);
  }

  @Test
  void emptyMembersWithoutEndAreALimit() throws IOException {
    byte[] empty = gzip("");
    byte[] many = new byte[100_000 * empty.length];
    for (int i = 0; i < many.length; i++) {
      many[i] = empty[i % empty.length];
    }
    assertEquals(List.of("archive_limit"), Seen.in(many).reasons());
  }

  @Test
  void aMemberOfAZipMayBeAnything() throws IOException {
    byte[] zip =
        Packed.zip(
            DEFLATED,
            "dir/",
            "",
            "/etc/../a b",
            XML,
            "__MACOSX/a",
            XML,
            "dir/._a.xml",
            XML,
            "../b.gz",
            gzip(XML),
            "c.zip",
            Packed.ZIP.pack(REPORT),
            "README",
            "no report",
            "mail",
            Mails.withAttachment("a/b", gzip(XML)),
            "a.png",
            "\u0089PNG");
    Seen seen = Seen.in(zip);
    assertEquals(
        List.of("- > /etc/../a b", "- > ../b.gz", "- > c.zip > report.xml", "- > mail > a.bin"),
        seen.origins);
    assertEquals(List.of(), seen.reasons());
  }

  @Test
  void oneBadMemberDoesNotHideItsNeighbours() throws IOException {
    byte[] zip = Packed.zip(ZipArchiveOutputStream.STORED, "a", XML, "b", XML + "b", "c", XML);
    String text = new String(zip, java.nio.charset.StandardCharsets.ISO_8859_1);
    zip[text.indexOf("<feedback/>b") + 3] ^= 1;
    Seen seen = Seen.in(zip);
    assertEquals(List.of(XML, XML), seen.documents);
    assertEquals(List.of("archive_broken"), seen.reasons());
  }

  @Test
  void aMemberWithTwoNamesIsBroken() throws IOException {
    byte[] zip = Packed.zip(DEFLATED, "first", XML, "other", XML);
    zip[30] = 'F';
    Seen seen = Seen.in(zip);
    assertEquals(List.of("- > other"), seen.origins);
    assertEquals(List.of("archive_broken"), seen.reasons());
  }

  @Test
  void overlappingMembersAreBroken() throws IOException {
    byte[] zip = Packed.zip(DEFLATED, "same", XML, "same", XML);
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int directory = bytes.getInt(zip.length - 6);
    int second = directory + 46 + 4 + bytes.getShort(directory + 30);
    bytes.putInt(second + 42, 0);
    Seen seen = Seen.in(zip);
    assertEquals(List.of(), seen.documents);
    assertEquals(List.of("archive_broken"), seen.reasons().stream().distinct().toList());
  }

  @Test
  void anEncryptedMemberIsNamed() throws IOException {
    byte[] zip = Packed.zip(DEFLATED, "a", XML);
    flagAll(zip, 8, 1);
    assertEquals(List.of("encrypted"), Seen.in(zip).reasons());
  }

  @Test
  void anUnsupportedMethodIsNamed() throws IOException {
    byte[] zip = Packed.zip(DEFLATED, "a", XML);
    flagAll(zip, 10, 99);
    Seen seen = Seen.in(zip);
    assertEquals(List.of("archive_unsupported"), seen.reasons());
    assertEquals(
        "zip method 99 is not supported: pack it with deflate", seen.discards.get(0).getMessage());
  }

  /** Sets a field of the only entry of the directory. */
  private static void flagAll(byte[] zip, int field, int value) {
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putShort(bytes.getInt(zip.length - 6) + field, (short) value);
  }

  @Test
  void membersBeforeACutAreWhole() throws IOException {
    byte[] zip = Packed.zip(DEFLATED, "a", XML, "b", XML.repeat(50));
    Seen seen = Seen.in(Arrays.copyOf(zip, zip.length / 2));
    assertEquals(List.of("- > a"), seen.origins);
    assertEquals(List.of("truncated"), seen.reasons());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Rar!\u001a\u0007\u0001", "\u001f\u009d\u0090", "LZIP\u0001"})
  void otherArchivesAreNamed(String magic) throws IOException {
    assertEquals(List.of("archive_unsupported"), Seen.in(Packed.bytes(magic + "...")).reasons());
  }

  @Test
  void tooManyEntriesAreALimitThatIsNamed() throws IOException {
    Object[] members = new Object[2 * 1001];
    for (int i = 0; i < members.length; i += 2) {
      members[i] = "m" + i;
      members[i + 1] = "x";
    }
    Seen seen = Seen.in(Packed.zip(DEFLATED, members));
    assertEquals(List.of("archive_limit"), seen.reasons());
    assertEquals(
        "zip with more than 1000 entries (--max-entries)", seen.discards.get(0).getMessage());
  }

  @Test
  void tooManyLayersAreALimitThatIsNamed() throws IOException {
    byte[] four = REPORT;
    for (int i = 0; i < 4; i++) {
      four = Packed.GZIP.pack(four);
    }
    assertEquals(List.of(XML), Seen.in(four).documents);
    Seen five = Seen.in(Packed.ZIP.pack(four));
    assertEquals(List.of("archive_limit"), five.reasons());
    assertTrue(five.discards.get(0).getMessage().contains("--max-depth"));
  }

  @Test
  void layersThatMultiplyAreToldOfOnceForAllBeyondAHundred() throws IOException {
    byte[] nested = Packed.zip(DEFLATED, "report.xml", REPORT);
    for (int layer = 0; layer < 4; layer++) {
      Object[] members = new Object[2 * 16];
      for (int i = 0; i < members.length; i += 2) {
        members[i] = "a" + i;
        members[i + 1] = nested;
      }
      nested = Packed.zip(DEFLATED, members);
    }
    byte[] all = nested;
    Seen seen = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Seen.in(all));
    assertEquals(Limits.BEYOND_LIMIT + 1, seen.discards.size());
    String last = seen.discards.get(Limits.BEYOND_LIMIT).getMessage();
    assertTrue(last.contains("the rest of it is not read"), last);
    byte[] mail = Mails.withAttachment("application/zip", all);
    assertEquals(Limits.BEYOND_LIMIT + 1, Seen.in(mail).discards.size());
  }

  @Test
  void bombsAreALimitThatIsNamed() throws IOException {
    byte[] bomb = bomb(200);
    List<byte[]> bombs =
        List.of(
            bomb,
            Packed.GZIP.pack(bomb),
            Packed.ZIP.pack(bomb),
            Packed.TAR.pack(bomb),
            Packed.SEVEN_ZIP.pack(bomb),
            Packed.zip(DEFLATED, "a", bomb, "b", bomb, "c", bomb),
            Mails.withAttachment("application/gzip", Packed.GZIP.pack(bomb)));
    for (byte[] packed : bombs) {
      Seen seen = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Seen.in(packed));
      assertEquals(List.of("archive_limit"), seen.reasons());
      assertTrue(seen.discards.get(0).getMessage().contains("--max-ratio"));
    }
  }

  @Test
  void aDocumentThatIsTooLargeIsNamed() throws IOException {
    Limits limits = new Limits(10_000, 500, 1000, 4, Duration.ofSeconds(60));
    Seen seen = Seen.in(gzip(XML + " ".repeat(10_000)), limits);
    assertEquals(List.of("too_large"), seen.reasons());
    assertEquals(
        "document larger than 10000 bytes (--max-document-size)",
        seen.discards.get(0).getMessage());
  }

  @Test
  void aMillionRecordsPass() throws IOException {
    String record = "<record>" + "0123456789".repeat(10) + "</record>\n";
    byte[] packed = gzip("<feedback>" + record.repeat(200_000));
    assertEquals(10 + 200_000L * record.length(), Seen.in(packed).bytes);
  }

  @Test
  void aMemberThatTheDirectoryDoesNotListIsTold() throws IOException {
    byte[] hidden = Packed.zip(DEFLATED, "hidden", XML);
    ByteBuffer bytes = ByteBuffer.wrap(hidden).order(ByteOrder.LITTLE_ENDIAN);
    byte[] member = Arrays.copyOf(hidden, bytes.getInt(hidden.length - 6));
    byte[] zip = Packed.zip(DEFLATED, "listed", XML);
    Seen seen = Seen.in(join(member, zip));
    assertEquals(List.of("- > listed"), seen.origins);
    assertEquals(List.of("archive_broken"), seen.reasons());
  }

  @Test
  void anEncryptedSevenZipIsNamed() throws IOException {
    assertEquals(List.of("encrypted"), Seen.in(Packed.sevenZip("secret", REPORT)).reasons());
  }

  @Test
  void aZipThatIsNoFileIsHeldWithinALimit() throws IOException {
    byte[] large = Arrays.copyOf(Packed.bytes("PK\u0003\u0004"), Limits.BUFFERED_BYTES + 1);
    Seen seen = Seen.in(large);
    assertEquals(List.of("archive_limit"), seen.reasons());
    assertEquals(
        "zip inside another thing is larger than 64 MiB: save it as a file",
        seen.discards.get(0).getMessage());
  }

  @Test
  void allLayersTogetherHaveALimit() throws IOException {
    Budget budget = new Budget(Limits.defaults());
    budget.packed(1L << 40);
    budget.unpacked(Limits.INFLATED_BYTES);
    BrokenContent thrown = assertThrows(BrokenContent.class, () -> budget.unpacked(1));
    assertEquals("unpacks to more than 4 GiB: unpack it first", thrown.why().getMessage());
    assertSame(thrown, assertThrows(BrokenContent.class, () -> budget.unpacked(1)));
  }

  @Test
  void aTarHeaderCannotFillTheMemory() throws IOException {
    byte[] tar = Packed.TAR.pack(REPORT);
    byte[] longName = Arrays.copyOf(tar, 600 << 10);
    longName[156] = 'L';
    byte[] size = Packed.bytes("07777777777");
    System.arraycopy(size, 0, longName, 124, size.length);
    Arrays.fill(longName, 148, 156, (byte) ' ');
    int sum = 0;
    for (int i = 0; i < 512; i++) {
      sum += longName[i] & 0xff;
    }
    System.arraycopy(Packed.bytes(String.format("%06o\0 ", sum)), 0, longName, 148, 8);
    assertEquals(List.of("truncated"), Seen.in(longName).reasons());
    byte[] longer = Arrays.copyOf(longName, 3 << 20);
    assertEquals(List.of("archive_limit"), Seen.in(longer).reasons());
  }
}
