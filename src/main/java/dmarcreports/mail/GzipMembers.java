package dmarcreports.mail;

import dmarcreports.report.UnreadableReport.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The members of a gzip file as one stream, checked, and whatever stands behind them ignored. The
 * JDK's own recurses for every empty member, so that a file of 100 KiB overflows its stack.
 */
final class GzipMembers extends InputStream {
  private static final int BUFFER = 4096;
  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;

  private final PushbackInputStream in;
  private final int maxMembers;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final byte[] buffer = new byte[BUFFER];
  private int filled;
  private int members;
  private boolean inMember;
  private boolean ended;

  GzipMembers(InputStream in, int maxMembers) {
    this.in = new PushbackInputStream(in, BUFFER);
    this.maxMembers = maxMembers;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    while (!ended && length > 0) {
      if (!inMember) {
        ended = !begin();
      } else {
        int count = inflate(bytes, from, length);
        if (count > 0) {
          checksum.update(bytes, from, count);
          return count;
        }
        finish();
      }
    }
    return ended ? -1 : 0;
  }

  /** Nothing once the member is at its end. */
  private int inflate(byte[] bytes, int from, int length) throws IOException {
    try {
      while (true) {
        int count = inflater.inflate(bytes, from, length);
        if (count > 0 || inflater.finished()) {
          return count;
        }
        if (inflater.needsDictionary()) {
          throw new IOException("it asks for a dictionary");
        }
        filled = in.read(buffer);
        if (filled < 0) {
          throw new EOFException("the compressed data stops");
        }
        inflater.setInput(buffer, 0, filled);
      }
    } catch (DataFormatException e) {
      throw new IOException("the compressed data is damaged", e);
    }
  }

  private void finish() throws IOException {
    int unread = inflater.getRemaining();
    in.unread(buffer, filled - unread, unread);
    long sum = littleEndian(4);
    long size = littleEndian(4);
    if (sum != checksum.getValue()) {
      throw new IOException("the check sum is wrong");
    }
    if (size != (inflater.getBytesWritten() & 0xffffffffL)) {
      throw new IOException("the length is wrong");
    }
    inMember = false;
  }

  /** Whether another member begins here. */
  private boolean begin() throws IOException {
    byte[] magic = in.readNBytes(3);
    if (magic.length < 3 || magic[0] != 0x1f || magic[1] != (byte) 0x8b || magic[2] != 8) {
      return false;
    }
    if (++members > maxMembers) {
      String found = "gzip with more than " + maxMembers + " members (--max-entries)";
      throw new BrokenContent(Reason.ARCHIVE_LIMIT, found);
    }
    int flags = (int) littleEndian(1);
    littleEndian(6);
    if ((flags & EXTRA) != 0) {
      in.skipNBytes(littleEndian(2));
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CRC) != 0) {
      littleEndian(2);
    }
    inflater.reset();
    checksum.reset();
    inMember = true;
    return true;
  }

  private void skipText() throws IOException {
    while (littleEndian(1) != 0) {
      // a name is never used
    }
  }

  private long littleEndian(int bytes) throws IOException {
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("header or trailer is missing");
      }
      value |= (long) next << 8 * i;
    }
    return value;
  }

  @Override
  public void close() {
    inflater.end();
  }
}
