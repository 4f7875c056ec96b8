package dmarcreports.mailbox;

import java.io.IOException;

/**
 * A mail or an object is not there any more, or its server is not: no fault of it, and nothing was
 * read.
 */
public final class NotFetched extends IOException {
  private static final long serialVersionUID = 1L;

  public NotFetched(String why) {
    super(why);
  }
}
