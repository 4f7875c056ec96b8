package dmarcreports.output.plain;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Text in lines: the one way of breaking it, by the columns that it takes on a terminal. */
public final class Lines {
  private static final Set<UnicodeScript> WIDE =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.BOPOMOFO,
          UnicodeScript.YI);
  private static final Set<UnicodeBlock> WIDE_BLOCKS =
      Set.of(
          UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION, UnicodeBlock.HIRAGANA, UnicodeBlock.KATAKANA);
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

  /**
   * Breaks text at its blanks, so that no line is wider than that but for words that are. What the
   * lines begin with is counted and not written.
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
      int length = width(word);
      if (!empty && width + 1 + length > columns) {
        lines.add(line.toString());
        line.setLength(0);
        width = width(indent);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      width += empty ? length : length + 1;
      empty = false;
    }
    lines.add(line.toString());
    return lines;
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
            || block != null && WIDE_BLOCKS.contains(block)
            || WIDE.contains(UnicodeScript.of(character));
    return wide ? 2 : isMark(character) ? 0 : 1;
  }

  private static boolean isMark(int character) {
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
      default -> false;
    };
  }
}
