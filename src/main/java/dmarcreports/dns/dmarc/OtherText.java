package dmarcreports.dns.dmarc;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text where a DMARC record is looked for that is none: receivers pass over it.
 *
 * @param text the whole of it
 * @param likeness how near it comes
 */
public record OtherText(String text, Likeness likeness) {
  /** What keeps a text from being a record. */
  public enum Likeness {
    /** {@code DMARC1} is not in capitals (RFC 9989, 4.8). */
    CASE,
    /** A blank, a quotation mark or the like stands before it. */
    LEADING_TEXT,
    /** No semicolon after {@code v=DMARC1}. */
    NO_SEMICOLON,
    /** {@code v=DMARC1} is there, but not first. */
    VERSION_NOT_FIRST,
    /** Tags of a record without {@code v=DMARC1}. */
    NO_VERSION,
    /** A version that does not exist. */
    OTHER_VERSION,
    /** Something else altogether. */
    UNRELATED
  }

  private static final String END = "[ \\t]*(?:;.*)?";
  private static final String VERSION = "[vV][ \\t]*=[ \\t]*";
  private static final Pattern RECORD = all(VERSION + "DMARC1" + END);
  private static final Pattern ANY_CASE = all("(?i)" + VERSION + "DMARC1" + END);
  private static final Pattern LEADING = Pattern.compile("^[\\s\"'\\\\\u0080-\uffff]+");
  private static final Pattern BEGINS = Pattern.compile("(?i)" + VERSION + "DMARC1");
  private static final Pattern WITHIN = Pattern.compile("(?i)\\bv[ \\t]{0,9}=[ \\t]{0,9}DMARC1\\b");
  private static final Pattern OTHER = Pattern.compile("(?i)" + VERSION + "DMARC");
  private static final Pattern POLICY =
      Pattern.compile("(?i)p[ \\t]*=[ \\t]*(?:none|quarantine|reject)\\b");

  /** A text that is no record. */
  static OtherText of(String text) {
    return new OtherText(text, likeness(text));
  }

  /** Whether receivers see a record in the text (RFC 9989, 4.7, {@code v}). */
  static boolean isRecord(String text) {
    return RECORD.matcher(text).matches();
  }

  private static Likeness likeness(String text) {
    String rest = LEADING.matcher(text).replaceFirst("");
    if (rest.length() < text.length() && BEGINS.matcher(rest).lookingAt()) {
      return Likeness.LEADING_TEXT;
    }
    if (ANY_CASE.matcher(text).matches()) {
      return Likeness.CASE;
    }
    if (BEGINS.matcher(text).lookingAt()) {
      boolean number = text.matches("(?is)" + VERSION + "DMARC1[0-9].*");
      return number ? Likeness.OTHER_VERSION : Likeness.NO_SEMICOLON;
    }
    if (OTHER.matcher(text).lookingAt()) {
      return Likeness.OTHER_VERSION;
    }
    if (text.toLowerCase(Locale.ROOT).startsWith("v=")) {
      return Likeness.UNRELATED;
    }
    if (WITHIN.matcher(text).find()) {
      return Likeness.VERSION_NOT_FIRST;
    }
    return POLICY.matcher(rest).lookingAt() ? Likeness.NO_VERSION : Likeness.UNRELATED;
  }

  private static Pattern all(String pattern) {
    return Pattern.compile(pattern, Pattern.DOTALL);
  }
}
