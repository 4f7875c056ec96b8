package dmarcreports.xml;

import dmarcreports.report.Evidence;
import dmarcreports.xml.KnownRecords.Known;
import dmarcreports.xml.RecordCut.Found;
import java.io.IOException;
import java.io.Reader;
import java.nio.CharBuffer;
import java.util.Optional;

/**
 * The text of a report, out of which records that were read before can be taken. It is handed on in
 * pieces that end where a record may follow. When all of a piece is used up and its last event was
 * the end of a child of the root, what follows is content of the root: only then is it looked at.
 */
final class RecordText extends Reader {
  private static final int BUFFER = 8192;
  private static final String[] BEFORE_RECORDS = {"</record>", "</policy_published>"};
  private static final int LONGEST = "</policy_published>".length();

  private final Reader in;
  private final KnownRecords known;
  private final char[] buffer = new char[BUFFER];
  private final RecordCut next = new RecordCut(buffer);
  private final PlainRecord plain = new PlainRecord(buffer);
  private int at;
  private int limit;

  /** Up to where a plain record goes that has to be read. */
  private int recordEnd;

  private Optional<PlainText> unread = Optional.empty();
  private boolean looked;
  private boolean follows;
  private Optional<Known> found = Optional.empty();
  private boolean ended;
  private IOException failure;
  private long handedOn;
  private long linesTaken;

  RecordText(Reader in, KnownRecords known) {
    this.in = in;
    this.known = known;
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    int count = Math.min(length, piece() - at);
    if (count == 0 && failure != null) {
      throw failure;
    }
    if (count == 0 && length > 0) {
      return -1;
    }
    System.arraycopy(buffer, at, into, offset, count);
    at += count;
    handedOn += count;
    looked = false;
    return count;
  }

  /** Up to where the next piece goes: behind an end tag, or as far as no end tag may be cut. */
  private int piece() {
    if (recordEnd > at) {
      return recordEnd;
    }
    while (limit - at <= LONGEST && fill()) {
      // until there is enough to see an end tag
    }
    for (int i = at; i < limit; i++) {
      if (buffer[i] == '>' && i > 0 && buffer[i - 1] == 'd' && isBeforeRecords(i + 1)) {
        return i + 1;
      }
    }
    return limit - at > LONGEST ? limit - LONGEST : limit;
  }

  private boolean isBeforeRecords(int end) {
    for (String tag : BEFORE_RECORDS) {
      int length = tag.length();
      if (end >= length && tag.contentEquals(CharBuffer.wrap(buffer, end - length, length))) {
        return true;
      }
    }
    return false;
  }

  /**
   * More text behind what there is; a failure waits until all before it is used up.
   *
   * @return whether there is any, and room for it
   */
  private boolean fill() {
    System.arraycopy(buffer, at, buffer, 0, limit - at);
    limit -= at;
    recordEnd -= at;
    at = 0;
    if (ended || limit == BUFFER) {
      return false;
    }
    int count = -1;
    try {
      count = in.read(buffer, limit, BUFFER - limit);
    } catch (IOException e) {
      failure = e;
    }
    ended = count < 0;
    limit += Math.max(count, 0);
    return !ended;
  }

  /**
   * Whether a plain record is next, perhaps behind blanks.
   *
   * @param usedUp how many characters of what was handed on are used up: all of them, or nothing is
   *     known of what is next
   */
  boolean isRecordNext(long usedUp) {
    if (usedUp != handedOn) {
      return false;
    }
    if (!looked) {
      looked = true;
      Found there = next.look(at, limit);
      while (there == Found.UNENDED && fill()) {
        there = next.look(at, limit);
      }
      found = there == Found.CUT_OUT ? known.of(next) : Optional.empty();
      follows = found.isPresent() || there == Found.CUT_OUT && plain.isAt(next.begin(), next.end());
    }
    return follows;
  }

  /** Takes out the plain record that is next, where it is known; else it will be read. */
  Optional<KnownRecord> take() {
    if (found.isEmpty()) {
      found = known.of(next);
    }
    if (found.isEmpty()) {
      recordEnd = next.end();
      unread = Optional.of(next.plainText());
      return Optional.empty();
    }
    PlainText text = found.get().text();
    at = next.end();
    looked = false;
    linesTaken += next.blankLines() + text.lines();
    return Optional.of(
        new KnownRecord(text, next.sourceIp(), next.messages(), found.get().evidence()));
  }

  /** The text of the record that is being read, where it is a plain one; tells it once. */
  Optional<PlainText> unread() {
    Optional<PlainText> text = unread;
    unread = Optional.empty();
    return text;
  }

  void remember(PlainText text, Evidence evidence) {
    known.remember(text, evidence);
  }

  /** How many lines end in what was taken out. */
  long linesTaken() {
    return linesTaken;
  }

  @Override
  public void close() {
    // the text is the opener's to close
  }
}
