package dmarcreports.mailbox.server;

import java.net.URI;
import java.util.Optional;

/**
 * Which store of objects is asked, and who pays.
 *
 * @param endpoint of one other than Amazon's
 * @param requesterPays whether whoever reads agrees to pay for it
 */
public record ObjectStore(Optional<URI> endpoint, boolean requesterPays) {
  /**
   * The store that a text names.
   *
   * @throws IllegalArgumentException where it names none, saying so
   */
  public static URI endpoint(String text) {
    URI uri = URI.create(text);
    if (uri.getHost() == null || !String.valueOf(uri.getScheme()).matches("https?")) {
      throw new IllegalArgumentException("'" + text + "' is no endpoint; write https://host:port");
    }
    if (uri.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "credentials do not belong in a URL, where others see them; set AWS_PROFILE, or"
              + " AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY");
    }
    return uri;
  }

  /** Whether others may read what it sends on its way. */
  public boolean isClearText() {
    return endpoint
        .filter(uri -> uri.getScheme().equals("http") && !Address.isLoopback(uri.getHost()))
        .isPresent();
  }
}
