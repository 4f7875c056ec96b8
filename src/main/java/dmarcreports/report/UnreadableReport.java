package dmarcreports.report;

import java.util.Locale;

/** Input that is to be discarded: the one checked exception of the program. */
public final class UnreadableReport extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /**
   * Input that is to be discarded.
   *
   * @param reason the word that stands in the ledger
   * @param detail what was found where and what to do about it; one line, may hold hostile text
   */
  public UnreadableReport(Reason reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  /** Why the input is discarded. */
  public Reason reason() {
    return reason;
  }

  /** Why an input or document is discarded: a closed list, explained in the README. */
  public enum Reason {
    NOT_XML,
    TRUNCATED,
    DOCTYPE,
    XML_LIMIT,
    ENCODING,
    BAD_FIELD,
    MISSING_FIELD,
    TOO_LARGE,
    ARCHIVE_LIMIT,
    ARCHIVE_BROKEN,
    ARCHIVE_UNSUPPORTED,
    ENCRYPTED,
    MAIL_LIMIT,
    MAIL_BROKEN,
    FOREIGN_DOMAIN,
    UNREADABLE,
    VANISHED,
    TIMEOUT;

    /** The word as it is printed. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
