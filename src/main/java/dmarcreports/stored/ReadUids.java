package dmarcreports.stored;

/**
 * Mails of an IMAP folder that were read, from one UID to another; those between them that are not
 * there are gone.
 */
public record ReadUids(long first, long last, Fate fate) {
  /** Whether another begins where this one ends, and has the same fate. */
  public boolean goesOnWith(ReadUids next) {
    return next.first == last + 1 && next.fate == fate;
  }

  /** Both as one. */
  public ReadUids and(ReadUids next) {
    return new ReadUids(first, next.last, fate);
  }
}
