package dmarcreports.delivery;

import dmarcreports.mailbox.server.Address;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program that takes what is posted to a URL. Whoever knows the URL may post there, so it is a
 * secret: only its host is told or stored.
 *
 * @param url where to
 * @param shape how what is posted looks
 */
public record Webhook(URI url, Shape shape) implements Receiver {
  private static final Pattern FORM = Pattern.compile("(?:(slack|teams)\\+)?(https?://.+)");

  /** How what is posted looks. */
  public enum Shape {
    /** The digest itself. */
    JSON,
    /** A message of Slack. */
    SLACK,
    /** A card of Microsoft Teams. */
    TEAMS
  }

  /**
   * The webhook that a text names: {@code https://host/path}, before it {@code slack+} or {@code
   * teams+} for what those take.
   *
   * @param clearText whether others may read on the way what is posted
   * @throws IllegalArgumentException where it names none, saying so without the secret in it
   */
  public static Webhook parse(String text, boolean clearText) {
    Matcher parts = FORM.matcher(text);
    URI url;
    try {
      url = URI.create(parts.matches() ? parts.group(2) : "");
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(wrong(), e);
    }
    if (url.getHost() == null) {
      throw new IllegalArgumentException(wrong());
    }
    Webhook webhook = new Webhook(url, shape(parts.group(1)));
    if (url.getUserInfo() != null) {
      throw new IllegalArgumentException(
          webhook.label()
              + ": a password does not belong in a URL; sign what is posted with"
              + " DMARC_REPORTS_WEBHOOK_SECRET");
    }
    if (url.getScheme().equals("http") && !Address.isLoopback(url.getHost()) && !clearText) {
      throw new IllegalArgumentException(
          webhook.label()
              + ": would be posted in clear text; use https://, or --insecure-clear-text where you"
              + " must");
    }
    if (url.getHost().equals("hooks.slack.com") && webhook.shape != Shape.SLACK) {
      throw new IllegalArgumentException(
          webhook.label() + ": Slack takes messages of its own shape; write slack+https://…");
    }
    return webhook;
  }

  private static String wrong() {
    return "that is no URL of a webhook; write https://host/path, slack+https://… or"
        + " teams+https://…";
  }

  private static Shape shape(String prefix) {
    return prefix == null ? Shape.JSON : Shape.valueOf(prefix.toUpperCase(Locale.ROOT));
  }

  @Override
  public String key() {
    return label() + "#" + ShortHash.of(url.toString());
  }

  @Override
  public String label() {
    int port = url.getPort();
    String host = url.getHost() + (port < 0 ? "" : ":" + port);
    String before = shape == Shape.JSON ? "" : shape.name().toLowerCase(Locale.ROOT) + "+";
    return before + url.getScheme() + "://" + host + "/…";
  }
}
