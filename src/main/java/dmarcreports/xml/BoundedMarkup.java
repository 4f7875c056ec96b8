package dmarcreports.xml;

import dmarcreports.report.UnreadableReport;
import dmarcreports.report.UnreadableReport.Reason;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * The text of a document in which one piece of markup (a tag with its attributes, a comment, a
 * processing instruction, a CDATA section, a reference) is not longer than {@link #MAX_CHARS}: the
 * XML reader keeps each in memory whole, and limits neither comments nor the names in wrong end
 * tags.
 */
final class BoundedMarkup extends FilterReader {
  /** The longest piece of markup, in UTF-16 chars: 1 Mi. */
  static final int MAX_CHARS = 1 << 20;

  private static final String COMMENT = "!--";
  private static final String CDATA = "![CDATA[";
  private static final String REFERENCE_END = ";";

  private final StringBuilder opening = new StringBuilder();
  private String end;
  private boolean declaration;
  private int matched;
  private int quote;
  private int length;
  private boolean inside;

  BoundedMarkup(Reader text) {
    super(text);
  }

  @Override
  public int read() throws IOException {
    int c = in.read();
    if (c >= 0) {
      see((char) c);
    }
    return c;
  }

  @Override
  public int read(char[] into, int offset, int wanted) throws IOException {
    int count = in.read(into, offset, wanted);
    int until = offset + count;
    for (int i = quiet(into, offset, until); i < until; i = quiet(into, i + 1, until)) {
      see(into[i]);
    }
    return count;
  }

  /** Passes over text, and over what says nothing within a tag: most of a document. */
  private int quiet(char[] text, int from, int until) throws IOException {
    int at = from;
    if (!inside) {
      while (at < until && text[at] != '<' && text[at] != '&') {
        at++;
      }
    } else if (length > 0 && end == null && !declaration && quote == 0) {
      while (at < until && text[at] != '>' && text[at] != '"' && text[at] != '\'') {
        at++;
      }
      length += at - from;
      if (length > MAX_CHARS) {
        throw tooLong();
      }
    }
    return at;
  }

  private void see(char c) throws IOException {
    if (!inside) {
      if (c == '<' || c == '&') {
        begin(c);
      }
      return;
    }
    if (++length > MAX_CHARS) {
      throw tooLong();
    }
    if (end != null) {
      seeEnd(c);
    } else if (length == 1 && c == '?') {
      end = "?>";
    } else if (length == 1 && c == '!' || declaration && length <= CDATA.length()) {
      seeDeclaration(c);
    } else {
      seeTag(c);
    }
  }

  private void begin(char c) {
    inside = true;
    length = 0;
    end = c == '&' ? REFERENCE_END : null;
    matched = 0;
    quote = 0;
    declaration = false;
  }

  private void seeDeclaration(char c) {
    if (length == 1) {
      declaration = true;
      opening.setLength(0);
    }
    String begun = opening.append(c).toString();
    if (begun.equals(COMMENT)) {
      end = "-->";
    } else if (begun.equals(CDATA)) {
      end = "]]>";
    } else {
      seeTag(c);
    }
  }

  private void seeTag(char c) {
    if (quote != 0) {
      quote = c == quote ? 0 : quote;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      inside = false;
    }
  }

  /** Looks for an end that begins with one char, perhaps twice, and ends with {@code >}. */
  private void seeEnd(char c) {
    if (end.equals(REFERENCE_END)) {
      seeReferenceEnd(c);
      return;
    }
    int last = end.length() - 1;
    if (c == end.charAt(0)) {
      matched = Math.min(matched + 1, last);
    } else {
      inside = !(c == '>' && matched == last);
      matched = 0;
    }
  }

  private void seeReferenceEnd(char c) {
    inside = false;
    if (c == '<' || c == '&') {
      begin(c);
    } else {
      inside = c > ' ' && c != ';';
    }
  }

  private static IOException tooLong() {
    String found =
        "holds a tag, comment, processing instruction, CDATA section or reference of more than "
            + MAX_CHARS
            + " characters, which no report needs";
    return new IOException(found, new UnreadableReport(Reason.XML_LIMIT, found));
  }
}
