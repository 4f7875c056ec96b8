package dmarcreports.xml;

import dmarcreports.report.SourceIp;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What goes from {@code <record>} to the next {@code </record>} at one place of a text, with the
 * content of its first {@code source_ip} and of the {@code count} behind that cut out: an address
 * as it is, and a number. Whether it is a record at all, only {@link PlainRecord} knows, or that it
 * is the same as one.
 */
final class RecordCut {
  private static final String BEGIN = "<record>";
  private static final String END = "</record>";
  private static final String SOURCE_IP = "<source_ip>";
  private static final String COUNT = "<count>";
  private static final int LONGEST_IP = 45;
  private static final int MOST_DIGITS = 18;

  /** Nobody outside can know which texts have the same hash. */
  private static final long FACTOR = ThreadLocalRandom.current().nextLong() | 1;

  private final char[] text;
  private int blankLines;
  private int begin;
  private int end;
  private int ipBegin;
  private int ipEnd;
  private int countBegin;
  private int countEnd;
  private SourceIp sourceIp;
  private long hash;

  RecordCut(char[] text) {
    this.text = text;
  }

  /** What is found at a place. */
  enum Found {
    CUT_OUT,
    /** Nothing, but there might be something if the text went on. */
    UNENDED,
    OTHER
  }

  /** Looks from a place on, over blanks. */
  Found look(int from, int until) {
    blankLines = 0;
    begin = from;
    while (begin < until && text[begin] <= ' ') {
      if (!isBlank(text[begin])) {
        return Found.OTHER;
      }
      blankLines += endsLine(text, begin, from) ? 1 : 0;
      begin++;
    }
    if (until - begin < BEGIN.length()) {
      return Found.UNENDED;
    }
    return isAt(BEGIN, begin) ? cut(until) : Found.OTHER;
  }

  private Found cut(int until) {
    ipEnd = -1;
    countEnd = -1;
    int last = until - SOURCE_IP.length();
    int at = begin + BEGIN.length();
    while (true) {
      while (at <= last && text[at] != '<') {
        at++;
      }
      if (at > last) {
        return Found.UNENDED;
      }
      if (text[at + 1] == '/' && isAt(END, at)) {
        end = at + END.length();
        return countEnd >= 0 && isAsItIs() ? hashed() : Found.OTHER;
      }
      if (ipEnd < 0 && isAt(SOURCE_IP, at)) {
        ipBegin = at + SOURCE_IP.length();
        ipEnd = content(ipBegin, until);
        at = ipEnd;
      } else if (ipEnd >= 0 && countEnd < 0 && isAt(COUNT, at)) {
        countBegin = at + COUNT.length();
        countEnd = digits(countBegin, until);
        at = countEnd;
      } else {
        at++;
      }
    }
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
  }

  /**
   * Whether a line ends with the char at a place: a line feed behind a carriage return ends none.
   *
   * @param from where the text begins
   */
  static boolean endsLine(char[] text, int at, int from) {
    return text[at] == '\r' || text[at] == '\n' && (at == from || text[at - 1] != '\r');
  }

  private boolean isAt(String word, int at) {
    for (int i = 0; i < word.length(); i++) {
      if (text[at + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private int content(int from, int until) {
    int at = from;
    while (at < until && text[at] != '<') {
      at++;
    }
    return at;
  }

  private int digits(int from, int until) {
    int at = from;
    while (at < until && text[at] >= '0' && text[at] <= '9') {
      at++;
    }
    return at;
  }

  /** Whether what was cut out is a number and an address without a port. */
  private boolean isAsItIs() {
    boolean counted = countEnd > countBegin && countEnd - countBegin <= MOST_DIGITS;
    if (!counted || ipEnd - ipBegin > LONGEST_IP) {
      return false;
    }
    boolean dotted = false;
    for (int i = ipBegin; i < ipEnd; i++) {
      char c = text[i];
      if (c == ':' && dotted || c != ':' && c != '.' && !isHex(c)) {
        return false;
      }
      dotted |= c == '.';
    }
    Optional<SourceIp> parsed = SourceIp.parse(new String(text, ipBegin, ipEnd - ipBegin));
    sourceIp = parsed.orElse(null);
    return parsed.isPresent();
  }

  private static boolean isHex(char c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
  }

  private Found hashed() {
    hash = hash(hash(hash(0, begin, ipBegin), ipEnd, countBegin), countEnd, end);
    return Found.CUT_OUT;
  }

  /** Four sums side by side, which a processor can do at once. */
  private long hash(long before, int from, int to) {
    long a = before;
    long b = 0;
    long c = 0;
    long d = 0;
    int i = from;
    for (; i + 3 < to; i += 4) {
      a = a * FACTOR + text[i];
      b = b * FACTOR + text[i + 1];
      c = c * FACTOR + text[i + 2];
      d = d * FACTOR + text[i + 3];
    }
    for (; i < to; i++) {
      a = a * FACTOR + text[i];
    }
    return ((a * FACTOR + b) * FACTOR + c) * FACTOR + d;
  }

  private int length() {
    return ipBegin - begin + countBegin - ipEnd + end - countEnd;
  }

  /** What its text hashes to. */
  long hash() {
    return hash;
  }

  /** Whether its text is that one. */
  boolean is(PlainText other) {
    int ip = ipBegin - begin;
    int count = ip + countBegin - ipEnd;
    return other.length() == length()
        && other.has(0, text, begin, ipBegin)
        && other.has(ip, text, ipEnd, countBegin)
        && other.has(count, text, countEnd, end);
  }

  /** Its text, which is of ASCII. */
  PlainText plainText() {
    byte[] ascii = new byte[length()];
    int lines = 0;
    int length = 0;
    for (int i = begin; i < end; i++) {
      if ((i < ipBegin || i >= ipEnd) && (i < countBegin || i >= countEnd)) {
        ascii[length++] = (byte) text[i];
        lines += endsLine(text, i, begin) ? 1 : 0;
      }
    }
    return new PlainText(ascii, hash, lines);
  }

  /** Where its text begins. */
  int begin() {
    return begin;
  }

  /** Behind its end tag. */
  int end() {
    return end;
  }

  /** How many lines end in the blanks before it. */
  int blankLines() {
    return blankLines;
  }

  SourceIp sourceIp() {
    return sourceIp;
  }

  long messages() {
    long messages = 0;
    for (int i = countBegin; i < countEnd; i++) {
      messages = messages * 10 + text[i] - '0';
    }
    return messages;
  }
}
