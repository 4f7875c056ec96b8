package dmarcreports.output.text;

import dmarcreports.output.plain.Glue;
import dmarcreports.output.plain.Inert;
import dmarcreports.output.plain.Style;
import dmarcreports.output.plain.Style.Tint;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** Text in lines of eighty columns; what strangers wrote is inert. */
final class Paragraphs {
  private static final int WIDTH = 80;

  private final PrintWriter out;
  private final Style style;

  Paragraphs(PrintWriter out, Style style) {
    this.out = out;
    this.style = style;
  }

  /** Text that goes to a stream, without colour; {@link #finish} sends the last of it. */
  static Paragraphs to(OutputStream stream) {
    return new Paragraphs(
        new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8)), Style.PLAIN);
  }

  /** The lines that something comes to, as they go out with {@link #lines}. */
  List<String> rendered(Consumer<Paragraphs> content) {
    StringWriter text = new StringWriter();
    Paragraphs part = new Paragraphs(new PrintWriter(text), style);
    content.accept(part);
    part.out.flush();
    return text.toString().lines().toList();
  }

  /** Lines that were rendered before. */
  void lines(List<String> rendered) {
    rendered.forEach(line -> out.print(line + "\n"));
  }

  void blank() {
    out.print('\n');
  }

  /** The name of a part, underlined. */
  void title(String text) {
    title(text, '=');
  }

  /** The name of a part with a rule under it. */
  void title(String text, char rule) {
    String line = shown(text);
    out.print(style.tinted(Tint.HEADING, line) + "\n");
    int width = Math.min(WIDTH, line.codePointCount(0, line.length()));
    out.print(String.valueOf(rule).repeat(width) + "\n");
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

  /** A paragraph, all lines indented alike. */
  void text(int indent, String text) {
    item(indent, "", text);
  }

  /** A paragraph behind a mark, a number or a name: its other lines stand under the first. */
  void item(int indent, String mark, String text) {
    String first = " ".repeat(indent) + Inert.line(mark);
    wrapped(first, " ".repeat(first.length()), text);
  }

  /** Lines to copy, as they are, however long. */
  void verbatim(int indent, String text) {
    for (String line : text.split("\n", -1)) {
      whole(line.isEmpty() ? "" : " ".repeat(indent), line);
    }
  }

  /** Sends what is written; leaves the stream open. */
  void finish() throws IOException {
    out.flush();
    if (out.checkError()) {
      throw new IOException("cannot be written");
    }
  }

  /** A line to be copied: whole, however long. */
  void whole(String indent, String text) {
    out.print(indent + shown(text) + "\n");
  }

  private void line(String before, Tint tint, StringBuilder text) {
    out.print((before + style.tinted(tint, Glue.undone(text.toString()))).stripTrailing() + "\n");
  }

  private static String shown(String text) {
    return Glue.undone(Inert.line(text));
  }
}
