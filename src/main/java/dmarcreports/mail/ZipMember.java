package dmarcreports.mail;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** The data of a zip member, held against what the directory says of it; the library does not. */
final class ZipMember extends CheckedInputStream {
  private final ZipArchiveEntry entry;
  private long count;

  ZipMember(InputStream data, ZipArchiveEntry entry) {
    super(data, new CRC32());
    this.entry = entry;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int read = super.read(bytes, from, length);
    count += Math.max(read, 0);
    if (read < 0 && entry.getCrc() != getChecksum().getValue()) {
      throw new IOException("the check sum is wrong");
    }
    if (read < 0 && entry.getSize() != count) {
      throw new IOException("has " + count + " bytes, not " + entry.getSize() + " as it says");
    }
    return read;
  }
}
