package dmarcreports.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Packs bytes into containers, and joins and patches them. */
final class Pack {
  private Pack() {}

  @FunctionalInterface
  interface Coder {
    OutputStream over(OutputStream out) throws IOException;
  }

  static byte[] coded(byte[] bytes, Coder coder) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = coder.over(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    return coded(bytes, GZIPOutputStream::new);
  }

  static byte[] zlib(byte[] bytes) throws IOException {
    return coded(bytes, DeflaterOutputStream::new);
  }

  static byte[] bzip2(byte[] bytes) throws IOException {
    return coded(bytes, BZip2CompressorOutputStream::new);
  }

  static byte[] xz(byte[] bytes) throws IOException {
    return coded(bytes, XZCompressorOutputStream::new);
  }

  static byte[] zstd(byte[] bytes) throws IOException {
    return coded(bytes, ZstdCompressorOutputStream::new);
  }

  /** A gzip member of some text and then many blanks. */
  static byte[] bomb(byte[] head, int mebibytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] blanks = new byte[1 << 20];
    Arrays.fill(blanks, (byte) ' ');
    try (OutputStream out = new GZIPOutputStream(packed, 1 << 16)) {
      out.write(head);
      for (int i = 0; i < mebibytes; i++) {
        out.write(blanks);
      }
    }
    return packed.toByteArray();
  }

  /** Pairs of a name and its bytes. */
  static byte[] zip(Object... members) throws IOException {
    return zipped(ZipArchiveOutputStream.DEFLATED, members);
  }

  /** The same, stored as they are. */
  static byte[] stored(Object... members) throws IOException {
    return zipped(ZipArchiveOutputStream.STORED, members);
  }

  private static byte[] zipped(int method, Object... members) throws IOException {
    SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(channel)) {
      zip.setMethod(method);
      for (int i = 0; i < members.length; i += 2) {
        ZipArchiveEntry entry =
            members[i] instanceof ZipArchiveEntry made
                ? made
                : new ZipArchiveEntry((String) members[i]);
        zip.putArchiveEntry(entry);
        zip.write((byte[]) members[i + 1]);
        zip.closeArchiveEntry();
      }
    }
    return Arrays.copyOf(channel.array(), (int) channel.size());
  }

  static byte[] tar(Object... members) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(packed)) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
      for (int i = 0; i < members.length; i += 2) {
        byte[] bytes = (byte[]) members[i + 1];
        TarArchiveEntry entry = new TarArchiveEntry((String) members[i], true);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
      }
    }
    return packed.toByteArray();
  }

  static byte[] sevenZip(String password, byte[]... members) throws IOException {
    SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
    char[] secret = password == null ? null : password.toCharArray();
    try (SevenZOutputFile archive = new SevenZOutputFile(channel, secret)) {
      for (byte[] member : members) {
        SevenZArchiveEntry entry = new SevenZArchiveEntry();
        entry.setName("report.xml");
        archive.putArchiveEntry(entry);
        archive.write(member);
        archive.closeArchiveEntry();
      }
    }
    return Arrays.copyOf(channel.array(), (int) channel.size());
  }

  static byte[] join(byte[]... pieces) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      all.writeBytes(piece);
    }
    return all.toByteArray();
  }

  static byte[] cut(byte[] bytes, double share) {
    return Arrays.copyOf(bytes, (int) (bytes.length * share));
  }

  /** Overwrites a little-endian field after every occurrence of a signature. */
  static byte[] patched(byte[] zip, String signature, int field, int length, long value) {
    byte[] patched = zip.clone();
    byte[] magic = signature.getBytes(StandardCharsets.ISO_8859_1);
    for (int at = 0; at + magic.length <= zip.length; at++) {
      if (Arrays.equals(magic, Arrays.copyOfRange(zip, at, at + magic.length))) {
        for (int i = 0; i < length; i++) {
          patched[at + field + i] = (byte) (value >> 8 * i);
        }
      }
    }
    return patched;
  }

  static long crc(byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    return sum.getValue();
  }
}
