package dmarcreports.xml;

import java.nio.CharBuffer;
import java.util.Arrays;

/**
 * Tells whether a stretch of text is a plain record: one that means the same wherever the root's
 * default namespace does. It is of ASCII, of tags without prefixes, attributes and blanks that
 * match, and of text without references, with one {@code row/source_ip} and one {@code row/count}
 * of text alone.
 */
final class PlainRecord {
  private static final String ROW = "row";
  private static final int MOST_DEPTH = 8;
  private static final int ROW_CHILD = 3;

  private final char[] text;
  private final int[] names = new int[MOST_DEPTH];
  private final int[] nameEnds = new int[MOST_DEPTH];
  private int depth;
  private int sources;
  private int counts;

  PlainRecord(char[] text) {
    this.text = text;
  }

  /**
   * Whether it is one.
   *
   * @param begin where {@code <record>} stands
   * @param end behind its end tag
   */
  boolean isAt(int begin, int end) {
    depth = 0;
    sources = 0;
    counts = 0;
    int at = begin;
    boolean leaf = false;
    while (at < end && text[at] == '<') {
      boolean closing = text[at + 1] == '/';
      int name = closing ? at + 2 : at + 1;
      int nameEnd = name;
      while (nameEnd < end && isNameChar(text[nameEnd])) {
        nameEnd++;
      }
      boolean empty = !closing && nameEnd < end && text[nameEnd] == '/';
      int behind = empty ? nameEnd + 2 : nameEnd + 1;
      if (behind > end || text[behind - 1] != '>' || nameEnd == name) {
        return false;
      }
      if (!(closing ? close(name, nameEnd, leaf) : open(name, nameEnd, empty))) {
        return false;
      }
      if (depth == 0) {
        return behind == end && sources == 1 && counts == 1;
      }
      leaf = !closing && !empty;
      at = behind;
      while (at < end && isText(text[at])) {
        at++;
      }
    }
    return false;
  }

  private static boolean isText(char c) {
    return c >= ' ' ? c < 0x7f && c != '<' && c != '&' && c != '>' : RecordCut.isBlank(c);
  }

  private static boolean isNameChar(char c) {
    return c >= 'a' && c <= 'z' || c == '_';
  }

  private boolean is(String word, int name, int nameEnd) {
    return nameEnd - name == word.length()
        && word.contentEquals(CharBuffer.wrap(text, name, word.length()));
  }

  private boolean open(int name, int nameEnd, boolean empty) {
    if (empty) {
      return depth > 0 && !is("source_ip", name, nameEnd) && !is("count", name, nameEnd);
    }
    if (depth == MOST_DEPTH) {
      return false;
    }
    names[depth] = name;
    nameEnds[depth] = nameEnd;
    depth++;
    return true;
  }

  /**
   * @param leaf whether there is nothing but text within
   */
  private boolean close(int name, int nameEnd, boolean leaf) {
    if (depth == 0
        || !Arrays.equals(text, name, nameEnd, text, names[depth - 1], nameEnds[depth - 1])) {
      return false;
    }
    boolean ofRow = leaf && depth == ROW_CHILD && is(ROW, names[1], nameEnds[1]);
    boolean source = is("source_ip", name, nameEnd);
    boolean count = is("count", name, nameEnd);
    sources += source ? 1 : 0;
    counts += count ? 1 : 0;
    depth--;
    return ofRow || !source && !count;
  }
}
