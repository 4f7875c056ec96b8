package dmarcreports.output.text;

import dmarcreports.output.plain.Glue;
import dmarcreports.output.plain.Inert;
import dmarcreports.output.plain.Lines;
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
    return to(stream, Style.PLAIN);
  }

  /** Text that goes to a stream; {@link #finish} sends the last of it. */
  static Paragraphs to(OutputStream stream, Style style) {
    return new Paragraphs(
        new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8)), style);
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
    int width = Math.min(WIDTH, Lines.width(line));
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
    String plain = Inert.line(text).strip().replaceAll(" +", " ");
    for (String line : Lines.broken(first, indent, plain, WIDTH)) {
      line(before, tint, line);
      before = indent;
    }
  }

  /** A paragraph, all lines indented alike. */
  void text(int indent, String text) {
    item(indent, "", text);
  }

  /** A paragraph behind a mark, a number or a name: its other lines stand under the first. */
  void item(int indent, String mark, String text) {
    String first = " ".repeat(indent) + Inert.line(mark);
    wrapped(first, " ".repeat(Lines.width(first)), text);
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

  private void line(String before, Tint tint, String text) {
    out.print((before + style.tinted(tint, Glue.undone(text))).stripTrailing() + "\n");
  }

  private static String shown(String text) {
    return Glue.undone(Inert.line(text));
  }
}
