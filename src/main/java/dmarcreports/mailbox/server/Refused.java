package dmarcreports.mailbox.server;

import java.io.IOException;

/** A server does not do something, however often it is asked; it does other things. */
public final class Refused extends IOException {
  private static final long serialVersionUID = 1L;

  public Refused(String why, Throwable cause) {
    super(why, cause);
  }
}
