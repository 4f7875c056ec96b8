package dmarcreports.mail;

import dmarcreports.report.UnreadableReport;
import dmarcreports.report.UnreadableReport.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The stream a visitor gets: ends at the limit, remembers what it told, survives a close. */
final class Candidate extends InputStream {
  private final InputStream content;
  private final long limit;
  private long count;
  private UnreadableReport told;

  Candidate(InputStream content, long limit) {
    this.content = content;
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    try {
      int read = content.read(bytes, from, length);
      count += Math.max(read, 0);
      if (count > limit) {
        String found = "document larger than " + limit + " bytes (--max-document-size)";
        throw new BrokenContent(Reason.TOO_LARGE, found);
      }
      return read;
    } catch (BrokenContent e) {
      told = e.why();
      throw e;
    }
  }

  /** The failure its reader has met. */
  Optional<UnreadableReport> told() {
    return Optional.ofNullable(told);
  }
}
