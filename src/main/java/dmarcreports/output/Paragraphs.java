package dmarcreports.output;

import dmarcreports.output.Style.Tint;
import java.io.PrintWriter;

/** Text in lines of eighty columns; what strangers wrote is inert. */
final class Paragraphs {
  private static final int WIDTH = 80;

  /** Stands for a blank at which no line is broken. */
  static final char GLUE = '\u00a0';

  private final PrintWriter out;
  private final Style style;

  Paragraphs(PrintWriter out, Style style) {
    this.out = out;
    this.style = style;
  }

  void blank() {
    out.print('\n');
  }

  /** The name of a part, underlined. */
  void title(String text) {
    String line = shown(text);
    out.print(style.tinted(Tint.HEADING, line) + "\n");
    out.print("=".repeat(Math.min(WIDTH, line.codePointCount(0, line.length()))) + "\n");
  }

  /** The name of a section, after a blank line. */
  void heading(String text) {
    blank();
    wrapped(Tint.HEADING, "", "", text);
  }

  void wrapped(String text) {
    wrapped(Tint.NONE, "", "", text);
  }

  void wrapped(String first, String indent, String text) {
    wrapped(Tint.NONE, first, indent, text);
  }

  /**
   * A paragraph.
   *
   * @param first what its first line begins with
   * @param indent what the others begin with
   */
  void wrapped(Tint tint, String first, String indent, String text) {
    String before = first;
    StringBuilder line = new StringBuilder();
    int width = first.length();
    for (String word : Inert.line(text).strip().split(" +")) {
      int length = word.codePointCount(0, word.length());
      if (!line.isEmpty() && width + 1 + length > WIDTH) {
        line(before, tint, line);
        line.setLength(0);
        before = indent;
        width = indent.length();
      }
      width += line.isEmpty() ? length : length + 1;
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    line(before, tint, line);
  }

  /** A line to be copied: whole, however long. */
  void whole(String indent, String text) {
    out.print(indent + shown(text) + "\n");
  }

  private void line(String before, Tint tint, StringBuilder text) {
    out.print((before + style.tinted(tint, unglued(text.toString()))).stripTrailing() + "\n");
  }

  private static String shown(String text) {
    return unglued(Inert.line(text));
  }

  private static String unglued(String text) {
    return text.replace(GLUE, ' ');
  }
}
