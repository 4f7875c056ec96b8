package dmarcreports.output.plain;

import java.text.Normalizer;

/** Text of strangers in a form that does nothing where it is shown. */
public final class Inert {
  private static final String FORMULA = "=+-@\t\r";

  private Inert() {}

  /**
   * The text on one line, with controls, terminal escapes, and what turns or hides text shown as
   * {@code \\u{…}}.
   */
  public static String line(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (isActive(c)) {
                shown.append("\\u{").append(Integer.toHexString(c)).append('}');
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }

  /** The text of a cell that no spreadsheet takes for a formula. */
  public static String cell(String text) {
    String line = line(text);
    return !line.isEmpty() && FORMULA.indexOf(first(line)) >= 0 ? "'" + line : line;
  }

  /**
   * The first char as a lenient reader takes it: behind blanks of all kinds, and in plain width.
   */
  private static char first(String line) {
    char first = line.charAt(0);
    if (first > ' ' && first < 0x7f) {
      return first;
    }
    String plain = Normalizer.normalize(line, Normalizer.Form.NFKC).strip();
    return plain.isEmpty() ? ' ' : plain.charAt(0);
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c >= 0x7f) {
        return false;
      }
    }
    return true;
  }

  private static boolean isActive(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE
        || type == Character.UNASSIGNED
        || type == Character.PRIVATE_USE;
  }
}
