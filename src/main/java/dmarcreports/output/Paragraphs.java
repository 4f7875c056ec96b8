package dmarcreports.output;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Text for people, in lines of at most eighty columns; whatever is written is made inert. */
final class Paragraphs {
  private static final int WIDTH = 80;

  private final PrintWriter out;

  /** Text that goes to a stream; {@link #finish} sends the last of it. */
  Paragraphs(OutputStream to) {
    this.out = new PrintWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
  }

  void blank() {
    out.print("\n");
  }

  /** A line of its own with a rule under it. */
  void heading(String text, char rule) {
    String line = Inert.line(text);
    out.print(line + "\n" + String.valueOf(rule).repeat(Math.min(WIDTH, line.length())) + "\n");
  }

  /** A paragraph, all lines indented alike. */
  void text(int indent, String text) {
    item(indent, "", text);
  }

  /**
   * A paragraph behind a mark, such as a number or a name: its other lines stand under the first.
   */
  void item(int indent, String mark, String text) {
    String shown = Inert.line(mark);
    StringBuilder line = new StringBuilder(" ".repeat(indent)).append(shown);
    String others = " ".repeat(indent + shown.length());
    boolean begun = false;
    for (String word : Inert.line(text).split(" ")) {
      if (begun && line.length() + 1 + word.length() > WIDTH) {
        out.print(line + "\n");
        line = new StringBuilder(others);
        begun = false;
      }
      line.append(begun ? " " : "").append(word);
      begun = true;
    }
    out.print(line + "\n");
  }

  /** Lines to copy, as they are, however long. */
  void verbatim(int indent, String text) {
    for (String line : text.split("\n", -1)) {
      out.print((line.isEmpty() ? "" : " ".repeat(indent) + Inert.line(line)) + "\n");
    }
  }

  /** Sends what is written; leaves the stream open. */
  void finish() throws IOException {
    out.flush();
    if (out.checkError()) {
      throw new IOException("cannot be written");
    }
  }

  /** A number with what is counted, {@code 1 message} or {@code 2 messages}. */
  static String counted(long number, String what) {
    return number + " " + what + (number == 1 ? "" : what.endsWith("s") ? "es" : "s");
  }
}
