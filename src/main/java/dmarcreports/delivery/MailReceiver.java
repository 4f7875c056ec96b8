package dmarcreports.delivery;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail address.
 *
 * @param address as RFC 5321 writes it, without quotes and in ASCII
 */
public record MailReceiver(String address) implements Receiver {
  private static final Pattern FORM =
      Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,253}");

  /**
   * The address that a text names.
   *
   * @throws IllegalArgumentException where it names none, saying so
   */
  public static MailReceiver parse(String text) {
    return ofUser(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'"
                        + text
                        + "' is no mail address; write name@example.com, other names as"
                        + " xn--…"));
  }

  /** The address that the name of an account is; empty where it is none. */
  public static Optional<MailReceiver> ofUser(String name) {
    return FORM.matcher(name).matches() ? Optional.of(new MailReceiver(name)) : Optional.empty();
  }

  /** What is behind the @. */
  String domain() {
    return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }

  @Override
  public String key() {
    return "mailto:" + address;
  }

  @Override
  public String label() {
    return address;
  }
}
