package dmarcreports.report.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A text of {@code name=value} and other words, blanks between them; values may be quoted. */
final class Pairs {
  /**
   * One of them.
   *
   * @param name in lower case; empty where it is a word without a value
   * @param value without quotes
   */
  record Pair(String name, String value) {}

  private final String text;
  private int at;

  private Pairs(String text) {
    this.text = text;
  }

  static List<Pair> of(String text) {
    return new Pairs(text).read();
  }

  private List<Pair> read() {
    List<Pair> pairs = new ArrayList<>();
    skipBlanks();
    while (at < text.length()) {
      String word = word(true);
      skipBlanks();
      if (at < text.length() && text.charAt(at) == '=') {
        at++;
        skipBlanks();
        pairs.add(new Pair(word.toLowerCase(Locale.ROOT), unquoted(word(false))));
      } else {
        pairs.add(new Pair("", unquoted(word)));
      }
      skipBlanks();
    }
    return pairs;
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  /** Up to a blank, or to the sign that ends a name; blanks in quotes are part of it. */
  private String word(boolean isName) {
    int from = at;
    boolean quoted = false;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (Character.isWhitespace(c) || isName && c == '=')) {
        break;
      }
      at++;
    }
    return text.substring(from, at);
  }

  private static String unquoted(String value) {
    return value.replace("\"", "");
  }
}
