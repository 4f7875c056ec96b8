package dmarcreports.store.open;

/** The database cannot be used: the run ends, and what was committed stays. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * The database cannot be used.
   *
   * @param message one line: which database, what is wrong, what to do
   */
  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
