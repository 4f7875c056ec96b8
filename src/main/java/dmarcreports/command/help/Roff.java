package dmarcreports.command.help;

import dmarcreports.output.plain.Lines;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page in the language of man(7). What is text stays text, whatever signs are in it. */
final class Roff {
  private final StringBuilder page = new StringBuilder();
  private boolean belowHeading;

  /** A page of section 1: who it is about, where that comes from, and the name of the volume. */
  Roff(String name, String origin, String volume) {
    line(".\\\" -*- coding: UTF-8 -*-");
    line(macro("TH", name.toUpperCase(Locale.ROOT)) + " 1 \"\"" + macro("", origin, volume));
    line(".nh");
    line(".ad l");
  }

  void section(String heading) {
    line(macro("SH", heading));
    belowHeading = true;
  }

  void subsection(String heading) {
    line(macro("SS", heading));
    belowHeading = true;
  }

  /** Text, broken where it fits. */
  void paragraph(String text) {
    apart();
    words(breakable(text));
  }

  /** Something, and text about it. */
  void item(String marked, String text) {
    belowHeading = false;
    line(".TP");
    line(marked);
    words(breakable(text));
  }

  /** Lines to be typed, as they are. */
  void lines(List<String> lines) {
    apart();
    line(".nf");
    lines.forEach(one -> words(escaped(one)));
    line(".fi");
  }

  /** Text in one line, in which something may be marked. */
  void marked(String marked) {
    if (!belowHeading) {
      line(".br");
    }
    belowHeading = false;
    line(marked);
  }

  /** That, as it is typed. */
  static String bold(String text) {
    return "\\fB" + escaped(text) + "\\fR";
  }

  /** That, which stands for something else. */
  static String italic(String text) {
    return "\\fI" + escaped(text) + "\\fR";
  }

  /** The page. */
  @Override
  public String toString() {
    return page.toString();
  }

  /** Text that means itself; a hyphen is one that can be copied. */
  static String escaped(String text) {
    return text.replace("\\", "\\e")
        .replace("-", "\\-")
        .replace("'", "\\(aq")
        .replace("`", "\\(ga")
        .replace("^", "\\(ha")
        .replace("~", "\\(ti");
  }

  /** Text that may be broken between its wide characters, but for where it may not. */
  private static String breakable(String text) {
    return Stream.of(text.split(" "))
        .map(word -> Lines.broken("", "", word, 1).stream().map(Roff::escaped))
        .map(pieces -> pieces.collect(Collectors.joining("\\:")))
        .collect(Collectors.joining(" "));
  }

  private static String macro(String name, String... arguments) {
    StringBuilder macro = new StringBuilder(name.isEmpty() ? "" : "." + name);
    for (String argument : arguments) {
      macro.append(" \"").append(escaped(argument).replace("\"", "\\(dq")).append('"');
    }
    return macro.toString();
  }

  private void apart() {
    if (!belowHeading) {
      line(".PP");
    }
    belowHeading = false;
  }

  /** A line of text: one that begins with a full stop is no macro. */
  private void words(String line) {
    line((line.startsWith(".") ? "\\&" : "") + line);
  }

  private void line(String line) {
    page.append(line).append('\n');
  }
}
