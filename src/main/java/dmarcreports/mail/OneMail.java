package dmarcreports.mail;

import dmarcreports.report.UnreadableReport;
import dmarcreports.report.UnreadableReport.Reason;
import dmarcreports.report.header.CarryingReport;
import dmarcreports.report.header.TracedMail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * One mail, opened for what its header tells; one in a bounce or complaint in the place of that.
 */
public final class OneMail {
  /** What the large mail services let through at most. */
  static final int MOST_BYTES = 40 << 20;

  /** Reports about mails in reports about mails. */
  private static final int MOST_REPORTS = 4;

  private static final byte[] FROM_LINE = "From ".getBytes(StandardCharsets.US_ASCII);

  private OneMail() {}

  /**
   * The mail that an input holds.
   *
   * @throws UnreadableReport where it is none, or is beyond a limit
   * @throws IOException where its bytes cannot be had
   */
  public static TracedMail read(Input input) throws IOException, UnreadableReport {
    try (Content content = input.content(new Budget(Limits.defaults()))) {
      return read(content.stream().readNBytes(MOST_BYTES + 1));
    } catch (SourceLost e) {
      throw e.failure();
    }
  }

  static TracedMail read(byte[] bytes) throws IOException, UnreadableReport {
    if (bytes.length > MOST_BYTES) {
      String limit = (MOST_BYTES >> 20) + " MiB";
      throw new UnreadableReport(
          Reason.TOO_LARGE, "mail larger than " + limit + ": cut its attachments out");
    }
    byte[] mail = afterFromLine(bytes);
    if (!isMail(mail)) {
      throw new UnreadableReport(
          Reason.MAIL_BROKEN,
          "is no mail: it does not begin with the fields of a header; save the whole mail"
              + " (\"show original\", \"view source\")");
    }
    try {
      return traced(mail);
    } catch (BrokenContent e) {
      throw new UnreadableReport(e.why().reason(), e.why().getMessage());
    }
  }

  private static TracedMail traced(byte[] mail) throws IOException {
    MailParts.Found found = new MailParts.Found(mail, true);
    Optional<CarryingReport> inReport = Optional.empty();
    MailParts parts = MailParts.of(found.bytes());
    for (int i = 0;
        i < MOST_REPORTS && parts.report().isPresent() && inner(parts).isPresent();
        i++) {
      inReport = parts.report();
      found = inner(parts).get();
      parts = MailParts.of(found.bytes());
    }
    MailTrace trace = new MailTrace();
    parts.fields().forEach(trace::add);
    return trace.mail(
        found.whole() ? Optional.of(new BodyHash(found.bytes())) : Optional.empty(),
        parts.footer(),
        inReport,
        inner(parts).isPresent());
  }

  private static Optional<MailParts.Found> inner(MailParts parts) {
    return parts.found().filter(found -> isMail(found.bytes()));
  }

  private static boolean isMail(byte[] bytes) {
    return new Head(Arrays.copyOf(bytes, Math.min(bytes.length, Head.LENGTH))).isMail();
  }

  /** A line that mailboxes in one file part their mails with, and blanks before the header. */
  private static byte[] afterFromLine(byte[] bytes) {
    int from = 0;
    while (from < bytes.length && (bytes[from] <= ' ' && bytes[from] >= 0 || isMark(bytes, from))) {
      from += isMark(bytes, from) ? 3 : 1;
    }
    int to = Math.min(bytes.length, from + FROM_LINE.length);
    if (Arrays.equals(bytes, from, to, FROM_LINE, 0, FROM_LINE.length)) {
      while (from < bytes.length && bytes[from] != '\n') {
        from++;
      }
      from = Math.min(bytes.length, from + 1);
    }
    return from == 0 ? bytes : Arrays.copyOfRange(bytes, from, bytes.length);
  }

  /** The byte order mark of UTF-8. */
  private static boolean isMark(byte[] bytes, int at) {
    return at + 2 < bytes.length
        && (bytes[at] & 0xff) == 0xef
        && (bytes[at + 1] & 0xff) == 0xbb
        && (bytes[at + 2] & 0xff) == 0xbf;
  }
}
