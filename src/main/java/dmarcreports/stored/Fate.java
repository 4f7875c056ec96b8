package dmarcreports.stored;

import java.util.Locale;

/** What came of a mail or an object that was read from a server. */
public enum Fate {
  /** All its reports are stored. */
  REPORTS,

  /** It holds no report, or one in conflict with another. */
  NOTHING,

  /** Something of it was discarded. */
  DISCARDED,

  /** It was on its way to another folder, and may be in both. */
  LEAVING;

  /** As the database has it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one that the database means. */
  public static Fate of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
