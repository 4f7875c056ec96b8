package dmarcreports.output.plain;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Text in lines: the one way of breaking it, by the columns that it takes on a terminal. At blanks;
 * in text without them, such as Japanese, between its wide characters, but for what may not begin
 * or end a line there.
 */
public final class Lines {
  /** What may not begin a line. The rules of the platform lack some of it; behind a hyphen, all. */
  private static final String NOT_FIRST = "・～〜…‥、。，．：；？！」』）】〉》〕］｝ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ";

  private static final int FIRST_WIDE = 0x1100;
  private static final int LAST_FULL_WIDTH_FORM = 0xff60;
  private static final int FIRST_EMOJI = 0x1f300;
  private static final int LAST_EMOJI = 0x1faff;
  private static final int FIRST_FULL_WIDTH_SIGN = 0xffe0;

  private Lines() {}

  /** How many columns a text takes; East Asian wide characters take two (UAX #11), marks none. */
  public static int width(String text) {
    return text.codePoints().map(Lines::columns).sum();
  }

  /** Text and blanks after it, so many columns in all; text that is wider stays as it is. */
  public static String left(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - width(text)));
  }

  /** Text and blanks before it, so many columns in all; text that is wider stays as it is. */
  public static String right(String text, int columns) {
    return " ".repeat(Math.max(0, columns - width(text))) + text;
  }

  /** The text, or its beginning and a sign that it goes on, no wider than that. */
  public static String cut(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    int end = 0;
    int room = columns - 1;
    while (end < text.length() && columns(text.codePointAt(end)) <= room) {
      room -= columns(text.codePointAt(end));
      end += Character.charCount(text.codePointAt(end));
    }
    return text.substring(0, end) + "…";
  }

  /** Adds a piece of text; of a blank where both meet nothing is left between wide characters. */
  public static void append(String piece, StringBuilder to) {
    boolean before = to.length() > 1 && to.charAt(to.length() - 1) == ' ';
    boolean behind = piece.length() > 1 && piece.charAt(0) == ' ';
    if (before && !piece.isEmpty() && isWide(piece.codePointAt(0))) {
      if (isWide(to.codePointBefore(to.length() - 1))) {
        to.setLength(to.length() - 1);
      }
    } else if (behind && !to.isEmpty() && isWide(piece.codePointAt(1))) {
      if (isWide(to.codePointBefore(to.length()))) {
        to.append(piece, 1, piece.length());
        return;
      }
    }
    to.append(piece);
  }

  /**
   * Breaks text, so that no line is wider than that but for words that are. What the lines begin
   * with is counted and not written.
   *
   * @param first what the first line begins with
   * @param indent what the others begin with
   * @return the lines without their beginnings; blanks at an end are those of the text
   */
  public static List<String> broken(String first, String indent, String text, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int width = width(first);
    boolean empty = true;
    for (String word : text.split(" ")) {
      String blank = " ";
      for (String piece : pieces(word)) {
        int length = width(piece);
        if (!empty && width + blank.length() + length > columns) {
          lines.add(line.toString());
          line.setLength(0);
          width = width(indent);
          empty = true;
        }
        line.append(empty ? "" : blank).append(piece);
        width += empty ? length : length + blank.length();
        empty = false;
        blank = "";
      }
    }
    lines.add(line.toString());
    return lines;
  }

  /** What a word may be broken into: itself, unless there are wide characters in it. */
  private static List<String> pieces(String word) {
    if (word.codePoints().noneMatch(Lines::isWide)) {
      return List.of(word);
    }
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
    breaks.setText(word);
    List<String> pieces = new ArrayList<>();
    int from = 0;
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      if (to == word.length() || mayBreak(word.codePointBefore(to), word.codePointAt(to))) {
        pieces.add(word.substring(from, to));
        from = to;
      }
    }
    return pieces;
  }

  /** Names, numbers and codes are not broken, whatever stands in them. */
  private static boolean mayBreak(int before, int after) {
    return (isWide(before) || isWide(after)) && NOT_FIRST.indexOf(after) < 0;
  }

  /** Whether it takes two columns, as the characters of Japanese do. */
  public static boolean isWide(int character) {
    return columns(character) == 2;
  }

  private static int columns(int character) {
    if (character < FIRST_WIDE) {
      return isMark(character) ? 0 : 1;
    }
    UnicodeBlock block = UnicodeBlock.of(character);
    if (block == UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS) {
      boolean full = character <= LAST_FULL_WIDTH_FORM || character >= FIRST_FULL_WIDTH_SIGN;
      return full ? 2 : 1;
    }
    boolean wide =
        character >= FIRST_EMOJI && character <= LAST_EMOJI
            || block != null && Wide.BLOCKS.contains(block)
            || Wide.SCRIPTS.contains(UnicodeScript.of(character));
    return wide ? 2 : isMark(character) ? 0 : 1;
  }

  private static boolean isMark(int character) {
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
      default -> false;
    };
  }

  /** What is wide; known when there is text that could be, as in English there is not. */
  private static final class Wide {
    static final Set<UnicodeScript> SCRIPTS =
        EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.YI);
    static final Set<UnicodeBlock> BLOCKS =
        Set.of(
            UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION, UnicodeBlock.HIRAGANA, UnicodeBlock.KATAKANA);
  }
}
