package dmarcreports.xml;

import dmarcreports.report.UnreadableReport;
import dmarcreports.report.UnreadableReport.Reason;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;

/**
 * What stands before the root of a report: a declaration, comments, blanks, and what some
 * generators leave there. Finds the first {@code <feedback>}, in whatever prefix.
 */
final class Prolog {
  private static final int MAX_NAME = 256;
  private static final int MAX_JUNK = 1 << 20;

  private final PushbackReader text;
  private boolean junk;
  private int read;

  Prolog(Reader text) {
    this.text = new PushbackReader(text, MAX_NAME + 2);
  }

  /** Whether anything but a declaration, comments and blanks stood before the root. */
  boolean junk() {
    return junk;
  }

  /**
   * The text from the root on; null where there is none: the document is no report.
   *
   * @throws UnreadableReport where a DOCTYPE that is not one of HTML stands before the root
   */
  Reader root() throws IOException, UnreadableReport {
    for (int c = next(); c >= 0; c = next()) {
      if (c == '<') {
        Reader root = markup();
        if (root != null) {
          return root;
        }
      } else if (c != '\uFEFF' && !Character.isWhitespace(c)) {
        junk = true;
      }
      if (junk && read > MAX_JUNK) {
        return null;
      }
    }
    return null;
  }

  private Reader markup() throws IOException, UnreadableReport {
    StringBuilder name = new StringBuilder();
    int c = next();
    while (c > ' ' && c != '>' && c != '/' && c != '<' && name.length() < MAX_NAME) {
      name.append((char) c);
      if (name.toString().equals("!--")) {
        skipPast("-->");
        return null;
      }
      if (c == '?') {
        skipPast("?>");
        return null;
      }
      c = next();
    }
    String tag = name.toString();
    if (tag.equalsIgnoreCase("!DOCTYPE")) {
      if (!word().equalsIgnoreCase("html")) {
        throw new UnreadableReport(
            Reason.DOCTYPE, "holds a DOCTYPE, which no report needs; nothing of it is read");
      }
      junk = true;
      return null;
    }
    if (tag.equals("feedback") || tag.endsWith(":feedback")) {
      if (c >= 0) {
        text.unread(c);
      }
      text.unread(("<" + tag).toCharArray());
      return text;
    }
    junk = true;
    if (c == '<') {
      text.unread(c);
    }
    return null;
  }

  private String word() throws IOException {
    StringBuilder word = new StringBuilder();
    int c = next();
    while (c >= 0 && Character.isWhitespace(c)) {
      c = next();
    }
    while (c > ' ' && c != '>' && c != '[' && word.length() < MAX_NAME) {
      word.append((char) c);
      c = next();
    }
    return word.toString();
  }

  /** Skips to behind an end: one char, perhaps twice, and {@code >}. */
  private void skipPast(String end) throws IOException {
    int repeated = end.length() - 1;
    int matched = 0;
    for (int c = next(); c >= 0; c = next()) {
      if (c == '>' && matched >= repeated) {
        return;
      }
      matched = c == end.charAt(0) ? matched + 1 : 0;
    }
  }

  private int next() throws IOException {
    read++;
    return text.read();
  }
}
