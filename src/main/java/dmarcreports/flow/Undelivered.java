package dmarcreports.flow;

import java.io.IOException;

/** What nobody could read on standard output, and what becomes of it, in one line. */
public final class Undelivered extends IOException {
  private static final long serialVersionUID = 1L;

  Undelivered(String message, IOException cause) {
    super(message, cause);
  }
}
