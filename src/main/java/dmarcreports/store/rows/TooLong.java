package dmarcreports.store.rows;

import java.util.Locale;

/** A report says what the database does not take: it is to be discarded, alone. */
public final class TooLong extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooLong(String message) {
    super(message);
  }

  /** A text that is longer than its column. */
  static TooLong of(String column, int characters) {
    return new TooLong(
        column.toLowerCase(Locale.ROOT)
            + " of more than "
            + characters
            + " characters, which are not stored");
  }
}
