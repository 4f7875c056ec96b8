package dmarcreports.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
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

/** Packs bytes in every way that is to be opened. */
enum Packed {
  PLAIN(bytes -> bytes),
  GZIP(bytes -> piped(bytes, GZIPOutputStream::new)),
  ZLIB(bytes -> piped(bytes, DeflaterOutputStream::new)),
  BZIP2(bytes -> piped(bytes, BZip2CompressorOutputStream::new)),
  XZ(bytes -> piped(bytes, XZCompressorOutputStream::new)),
  ZSTD(bytes -> piped(bytes, ZstdCompressorOutputStream::new)),
  ZIP(bytes -> zip(ZipArchiveOutputStream.DEFLATED, "report.xml", bytes)),
  STORED_ZIP(bytes -> zip(ZipArchiveOutputStream.STORED, "no extension", bytes)),
  TAR(Packed::tar),
  SEVEN_ZIP(bytes -> sevenZip(null, bytes)),
  BASE64(bytes -> Base64.getMimeEncoder().encode(bytes));

  private final Packing packing;

  Packed(Packing packing) {
    this.packing = packing;
  }

  byte[] pack(byte[] bytes) throws IOException {
    return packing.pack(bytes);
  }

  /** Pairs of name and bytes or text. */
  static byte[] zip(int method, Object... members) throws IOException {
    SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(channel)) {
      zip.setMethod(method);
      for (int i = 0; i < members.length; i += 2) {
        zip.putArchiveEntry(new ZipArchiveEntry((String) members[i]));
        zip.write(bytes(members[i + 1]));
        zip.closeArchiveEntry();
      }
    }
    return written(channel);
  }

  private static byte[] written(SeekableInMemoryByteChannel channel) throws IOException {
    return Arrays.copyOf(channel.array(), (int) channel.size());
  }

  static byte[] bytes(Object content) {
    return content instanceof byte[] bytes
        ? bytes
        : content.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] tar(byte[]... contents) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(packed)) {
      for (byte[] content : contents) {
        TarArchiveEntry entry = new TarArchiveEntry("report.xml");
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      }
    }
    return packed.toByteArray();
  }

  /** Encrypted if there is a password. */
  static byte[] sevenZip(String password, byte[]... contents) throws IOException {
    SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
    char[] secret = password == null ? null : password.toCharArray();
    try (SevenZOutputFile archive = new SevenZOutputFile(channel, secret)) {
      for (byte[] content : contents) {
        SevenZArchiveEntry entry = new SevenZArchiveEntry();
        entry.setName("report.xml");
        archive.putArchiveEntry(entry);
        archive.write(content);
        archive.closeArchiveEntry();
      }
    }
    return written(channel);
  }

  private static byte[] piped(byte[] bytes, Encoder encoder) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = encoder.over(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  @FunctionalInterface
  private interface Packing {
    byte[] pack(byte[] bytes) throws IOException;
  }

  @FunctionalInterface
  private interface Encoder {
    OutputStream over(OutputStream out) throws IOException;
  }
}
