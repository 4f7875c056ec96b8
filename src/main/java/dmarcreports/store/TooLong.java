package dmarcreports.store;

/** A report says more in one place than the database takes: it is to be discarded, alone. */
public final class TooLong extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooLong(String message, Throwable cause) {
    super(message, cause);
  }
}
