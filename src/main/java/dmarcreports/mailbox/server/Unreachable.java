package dmarcreports.mailbox.server;

import java.io.IOException;

/** A server does nothing any more in this run; the message says why, and what helps. */
public final class Unreachable extends IOException {
  private static final long serialVersionUID = 1L;

  public Unreachable(String why) {
    super(why);
  }

  public Unreachable(String why, Throwable cause) {
    super(why, cause);
  }
}
