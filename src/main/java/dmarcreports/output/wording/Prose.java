package dmarcreports.output.wording;

import dmarcreports.output.language.Language;
import dmarcreports.output.plain.Glue;
import dmarcreports.output.plain.Inert;
import dmarcreports.output.plain.Lines;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Numbers and lines as a person reads them. */
public final class Prose {
  private static final int WIDTH = 80;
  private static final int LONGEST_NAME = 48;

  private Prose() {}

  /** A share in per cent, as in the findings. */
  public static String percent(OptionalDouble share, Language language) {
    return Glue.undone(Numbers.percent(share, language));
  }

  /** A stranger's text, inert and no longer than leaves room for others on the line. */
  public static String name(String text) {
    return shortened(text, LONGEST_NAME);
  }

  /** The same, no wider than so many columns. */
  public static String shortened(String text, int columns) {
    return Lines.cut(Inert.line(text).strip(), columns);
  }

  /** The text in lines of eighty columns, all but the first indented. */
  public static List<String> wrapped(String text, int indent) {
    return wrapped(text, indent, WIDTH);
  }

  /** The text in lines of so many columns, all but the first indented. */
  public static List<String> wrapped(String text, int indent, int columns) {
    String before = " ".repeat(indent);
    List<String> lines = new ArrayList<>();
    for (String line : Lines.broken("", before, text, columns)) {
      lines.add(((lines.isEmpty() ? "" : before) + line).stripTrailing());
    }
    return lines;
  }
}
