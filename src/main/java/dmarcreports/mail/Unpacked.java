package dmarcreports.mail;

import dmarcreports.report.UnreadableReport.Reason;
import java.io.IOException;
import java.io.InputStream;

/** What a library unpacks: its failures are told as ours, and stay; its output is counted. */
final class Unpacked extends InputStream {
  private final String kind;
  private final Reason otherwise;
  private final InputStream library;
  private final Budget budget;
  private IOException failure;

  private Unpacked(String kind, Reason otherwise, InputStream library, Budget budget) {
    this.kind = kind;
    this.otherwise = otherwise;
    this.library = library;
    this.budget = budget;
  }

  /** Output of a decompressor. */
  static Unpacked inflated(String kind, InputStream library, Budget budget) {
    return new Unpacked(kind, Reason.ARCHIVE_BROKEN, library, budget);
  }

  /** A stretch of its container, which is not larger for it. */
  static Unpacked copied(String kind, Reason otherwise, InputStream library) {
    return new Unpacked(kind, otherwise, library, null);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (failure != null) {
      throw failure;
    }
    try {
      int count = LibraryCall.guarded(kind, otherwise, () -> library.read(bytes, from, length));
      if (budget != null && count > 0) {
        budget.unpacked(count);
      }
      return count;
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  boolean hasFailed() {
    return failure != null;
  }

  /** Frees what the library holds. There is nothing to lose, so nothing to tell. */
  @Override
  public void close() {
    try {
      library.close();
    } catch (IOException | RuntimeException e) {
      failure = failure == null ? new IOException("closed", e) : failure;
    }
  }
}
