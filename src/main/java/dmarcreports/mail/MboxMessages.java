package dmarcreports.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Splits an mbox: a stream that ends with each message, and goes on after {@link #next}. A message
 * begins with {@code From } at the start of a line after an empty one; since texts say that too, a
 * time of day must follow in the line, or a header below it.
 */
final class MboxMessages extends InputStream {
  private static final int LOOKAHEAD = 1024;
  private static final int BUFFER = 64 << 10;
  private static final Pattern FROM_LINE =
      Pattern.compile(
          "From ([^\n]*\\d:\\d\\d[^\n]*\n|[^\n]*\n[A-Za-z][A-Za-z0-9_.-]*:).*", Pattern.DOTALL);

  private final InputStream mbox;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int filled;
  private boolean atEnd;
  private boolean atLineStart = true;
  private boolean inBlankLine = true;
  private boolean afterBlankLine = true;
  private boolean ended = true;

  MboxMessages(InputStream mbox) {
    this.mbox = mbox;
  }

  /** Skips what is left of this message; false if there is no other. */
  boolean next() throws IOException {
    while (!ended) {
      skip(BUFFER);
    }
    lookAhead(1);
    while (at < filled && buffer[at] != '\n') {
      at++;
      lookAhead(1);
    }
    at = Math.min(at + 1, filled);
    atLineStart = true;
    afterBlankLine = false;
    lookAhead(1);
    ended = false;
    return at < filled;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (ended || length == 0) {
      return ended ? -1 : 0;
    }
    lookAhead(atLineStart ? LOOKAHEAD : 1);
    if (at == filled || atLineStart && afterBlankLine && isFromLine()) {
      ended = true;
      return -1;
    }
    if (atLineStart) {
      unquote();
      inBlankLine = true;
    }
    int count = 0;
    atLineStart = false;
    while (count < length && at + count < filled && !atLineStart) {
      byte next = buffer[at + count++];
      atLineStart = next == '\n';
      inBlankLine &= next == '\n' || next == '\r';
    }
    afterBlankLine = atLineStart && inBlankLine;
    System.arraycopy(buffer, at, bytes, from, count);
    at += count;
    return count;
  }

  /** A line that begins with From was given one more angle when it was stored. */
  private void unquote() {
    int angles = at;
    while (angles < filled && buffer[angles] == '>') {
      angles++;
    }
    if (angles > at && startsWithFrom(angles)) {
      at++;
    }
  }

  private boolean isFromLine() {
    int length = Math.min(LOOKAHEAD, filled - at);
    return startsWithFrom(at)
        && FROM_LINE.matcher(new String(buffer, at, length, StandardCharsets.ISO_8859_1)).matches();
  }

  private boolean startsWithFrom(int start) {
    return filled - start >= 5
        && buffer[start] == 'F'
        && buffer[start + 1] == 'r'
        && buffer[start + 2] == 'o'
        && buffer[start + 3] == 'm'
        && buffer[start + 4] == ' ';
  }

  /** Sees to it that so many bytes are in the buffer, if there are. */
  private void lookAhead(int bytes) throws IOException {
    if (filled - at >= bytes || atEnd) {
      return;
    }
    System.arraycopy(buffer, at, buffer, 0, filled - at);
    filled -= at;
    at = 0;
    while (filled < bytes && !atEnd) {
      int count = mbox.read(buffer, filled, buffer.length - filled);
      atEnd = count < 0;
      filled += Math.max(count, 0);
    }
  }
}
