package dmarcreports.dns.spf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with macros (RFC 7208, 7.1).
 *
 * @param text as it is written
 * @param pieces what it is put together from
 */
public record MacroText(String text, List<Piece> pieces) {
  /** A piece of it: plain text, or a macro. */
  public sealed interface Piece {}

  /** What stands for itself. */
  public record Literal(String text) implements Piece {}

  /**
   * What stands for something of the mail.
   *
   * @param letter which, in lower case
   * @param escaped whether the letter is written in upper case: what it stands for is written as in
   *     a URL
   * @param labels how many labels of it are kept, from the right; 0 for all
   * @param reversed whether they are turned round
   * @param delimiters what its labels are divided by
   */
  public record Macro(char letter, boolean escaped, int labels, boolean reversed, String delimiters)
      implements Piece {}

  private static final Pattern MACRO =
      Pattern.compile("%\\{([A-Za-z])([0-9]*)([rR]?)([.+,/_=-]*)\\}|%[%_-]");
  private static final Pattern TOP_LABEL =
      Pattern.compile("[A-Za-z0-9]*[A-Za-z][A-Za-z0-9]*|[A-Za-z0-9]+-[A-Za-z0-9-]*[A-Za-z0-9]");
  private static final String LETTERS = "slodiphv";
  private static final String LETTERS_OF_EXPLANATIONS = LETTERS + "crt";
  private static final String ALL_DELIMITERS = ".";
  private static final int MAX_LABELS = 128;

  /** Keeps its own copy of the list. */
  public MacroText {
    pieces = List.copyOf(pieces);
  }

  /** A text as it may stand in a record; empty where a macro or a character is none. */
  static Optional<MacroText> parse(String text) {
    return text.chars().allMatch(c -> c > ' ' && c <= '~') ? read(text, LETTERS) : Optional.empty();
  }

  /** A text of an explanation: with blanks, and with letters that only stand there. */
  static Optional<MacroText> parseExplanation(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c <= '~')
        ? read(text, LETTERS_OF_EXPLANATIONS)
        : Optional.empty();
  }

  /** A text that names a domain: it ends in a macro, or a dot and a label (RFC 7208, 7.1). */
  static Optional<MacroText> parseDomain(String text) {
    return parse(text).filter(MacroText::endsAsDomain);
  }

  /** The letters of its macros, in order. */
  public List<Character> letters() {
    List<Character> letters = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece instanceof Macro macro) {
        letters.add(macro.letter);
      }
    }
    return letters;
  }

  /** The text itself, where it is the same for every mail. */
  public Optional<String> constant() {
    StringBuilder whole = new StringBuilder();
    for (Piece piece : pieces) {
      if (!(piece instanceof Literal literal)) {
        return Optional.empty();
      }
      whole.append(literal.text);
    }
    return Optional.of(whole.toString());
  }

  @Override
  public String toString() {
    return text;
  }

  private static Optional<MacroText> read(String text, String letters) {
    List<Piece> pieces = new ArrayList<>();
    Matcher macro = MACRO.matcher(text);
    for (int at = 0; at < text.length(); ) {
      int sign = text.indexOf('%', at);
      int to = sign < 0 ? text.length() : sign;
      if (to > at) {
        pieces.add(new Literal(text.substring(at, to)));
      }
      at = to;
      if (sign >= 0) {
        Optional<Piece> piece =
            macro.region(sign, text.length()).lookingAt()
                ? piece(macro, letters)
                : Optional.empty();
        if (piece.isEmpty()) {
          return Optional.empty();
        }
        pieces.add(piece.get());
        at = macro.end();
      }
    }
    return Optional.of(new MacroText(text, pieces));
  }

  private static Optional<Piece> piece(Matcher macro, String letters) {
    if (macro.group(1) == null) {
      return Optional.of(
          switch (macro.group()) {
            case "%%" -> new Literal("%");
            case "%_" -> new Literal(" ");
            default -> new Literal("%20");
          });
    }
    String letter = macro.group(1).toLowerCase(Locale.ROOT);
    String digits = macro.group(2);
    int labels = digits.isEmpty() ? 0 : number(digits);
    boolean bad = !letters.contains(letter) || !digits.isEmpty() && labels == 0;
    String delimiters = macro.group(4).isEmpty() ? ALL_DELIMITERS : macro.group(4);
    return bad
        ? Optional.empty()
        : Optional.of(
            new Macro(
                letter.charAt(0),
                !letter.equals(macro.group(1)),
                labels,
                !macro.group(3).isEmpty(),
                delimiters));
  }

  /** No name has more labels than are counted. */
  private static int number(String digits) {
    int number = 0;
    for (int i = 0; i < digits.length(); i++) {
      number = Math.min(number * 10 + digits.charAt(i) - '0', MAX_LABELS);
    }
    return number;
  }

  private boolean endsAsDomain() {
    if (pieces.isEmpty()) {
      return false;
    }
    if (text.endsWith("}") && pieces.get(pieces.size() - 1) instanceof Macro) {
      return true;
    }
    if (text.endsWith("%%") || text.endsWith("%_") || text.endsWith("%-")) {
      return true;
    }
    String last = text.substring(text.lastIndexOf('}') + 1);
    String name = last.endsWith(".") ? last.substring(0, last.length() - 1) : last;
    int dot = name.lastIndexOf('.');
    return dot >= 0 && TOP_LABEL.matcher(name.substring(dot + 1)).matches();
  }
}
