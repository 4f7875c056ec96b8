package dmarcreports.mailbox.server;

import java.io.IOException;
import java.util.Optional;

/** Where the secrets of accounts come from. Asked whenever a connection is made. */
public interface Secrets {
  /**
   * The password of an account; empty where it logs in with a token.
   *
   * @throws IOException where there is none, saying so
   */
  Optional<String> password(Address account) throws IOException;

  /**
   * A fresh OAuth 2.0 access token of an account.
   *
   * @throws IOException where there is none, saying so
   */
  String token(Address account) throws IOException;
}
