package dmarcreports.mailbox.server;

import dmarcreports.stored.MailboxMemory;
import java.io.IOException;
import java.util.Optional;

/** A server does nothing any more in this run; the message says why, and what helps. */
public final class Unreachable extends IOException {
  private static final long serialVersionUID = 1L;

  public Unreachable(String why) {
    super(why);
  }

  public Unreachable(String why, Throwable cause) {
    super(why, cause);
  }

  /**
   * Has this run alone read a mailbox.
   *
   * @throws Unreachable where another still reads it
   */
  public static void unlessHeld(MailboxMemory memory, String mailbox) throws Unreachable {
    Optional<String> holder = memory.hold(mailbox);
    if (holder.isPresent()) {
      throw new Unreachable(
          "is being read by another run ("
              + holder.get()
              + "); wait for it or give --wait more time");
    }
  }
}
