package dmarcreports.mailbox.pop3;

import dmarcreports.mailbox.server.Address;
import java.util.Optional;

/**
 * Where a mail lies on a POP3 server.
 *
 * @param name what the server calls it (UIDL)
 */
public record Pop3Place(Address account, String name) {
  private static final String NAMED = ";UIDL=";

  /** The mail that a text names; empty where it names none. */
  public static Optional<Pop3Place> parse(String text) {
    int at = text.lastIndexOf(NAMED);
    return text.startsWith("pop3") && at > 0
        ? Optional.of(
            new Pop3Place(
                Address.parse(text.substring(0, at)),
                Address.decoded(text.substring(at + NAMED.length()))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return account + NAMED + Address.encoded(name);
  }
}
