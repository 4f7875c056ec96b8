package dmarcreports.output;

/** Text of strangers in a form that does nothing where it is shown. */
public final class Inert {
  private static final String FORMULA = "=+-@\t\r";
  private static final int FULL_WIDTH = 0xFEE0;

  private Inert() {}

  /**
   * The text on one line, with controls, terminal escapes, and what turns or hides text shown as
   * {@code \\u{…}}.
   */
  public static String line(String text) {
    if (text.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
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
  static String cell(String text) {
    String line = line(text);
    String bare = line.strip();
    if (bare.isEmpty()) {
      return line;
    }
    char first = bare.charAt(0);
    char narrow = first >= 0xFF01 && first <= 0xFF5E ? (char) (first - FULL_WIDTH) : first;
    return FORMULA.indexOf(narrow) >= 0 ? "'" + line : line;
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
