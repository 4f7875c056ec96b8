package dmarcreports.mailbox.server;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;

/**
 * How servers are reached.
 *
 * @param authority a file with the certificates of whom to trust, in the place of the usual ones
 * @param clearText whether passwords may be sent where anybody may read them
 * @param objects which store of objects is asked
 * @param silence how long a server may say nothing
 * @param patience how long one that goes away is waited for
 * @param notes takes a line for what is worth one
 */
public record ServerAccess(
    Secrets secrets,
    Optional<Path> authority,
    boolean clearText,
    ObjectStore objects,
    Duration silence,
    Duration patience,
    Consumer<String> notes) {
  /**
   * The same for a library.
   *
   * @throws Unreachable where a file cannot be used
   */
  public Properties properties(Address address) throws Unreachable {
    Properties made = new Properties();
    String prefix = "mail." + address.scheme() + ".";
    String milliseconds = Long.toString(Math.max(1, silence.toMillis()));
    made.setProperty(prefix + "connectiontimeout", milliseconds);
    made.setProperty(prefix + "timeout", milliseconds);
    made.setProperty(prefix + "ssl.checkserveridentity", "true");
    // without, whoever is not trusted by one's own authority is tried with the usual ones
    made.setProperty(prefix + "socketFactory.fallback", "false");
    made.setProperty(prefix + "ssl.socketFactory.fallback", "false");
    if (authority.isPresent()) {
      made.put(prefix + "ssl.socketFactory", secret(() -> TrustedAuthority.of(authority.get())));
    }
    return made;
  }

  /** Whether clear text may be sent to a server. */
  public boolean allowsClearText(Address address) {
    return clearText || address.isLoopback();
  }

  /** Something that only the user has. */
  public interface Secret<T> {
    T get() throws IOException;
  }

  /** What only the user has; where it cannot be had, a server cannot be asked. */
  public static <T> T secret(Secret<T> secret) throws Unreachable {
    try {
      return secret.get();
    } catch (IOException e) {
      throw new Unreachable(String.valueOf(e.getMessage()), e);
    }
  }
}
