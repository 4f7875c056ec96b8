package dmarcreports.stored;

import java.time.Instant;

/**
 * What waits to be sent to one receiver.
 *
 * @param receiver what the receiver is known by
 * @param messages how many; at least one
 * @param since when the oldest of them was made
 */
public record Waiting(String receiver, int messages, Instant since) {
  private static final String MAIL = "mailto:";

  /** The receiver, to be told of: the address of a mail, of a webhook only its host. */
  public String label() {
    if (receiver.startsWith(MAIL)) {
      return receiver.substring(MAIL.length());
    }
    int hash = receiver.lastIndexOf('#');
    return hash < 0 ? receiver : receiver.substring(0, hash);
  }
}
