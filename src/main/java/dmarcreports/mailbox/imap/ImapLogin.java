package dmarcreports.mailbox.imap;

import dmarcreports.mailbox.server.Address;
import dmarcreports.mailbox.server.Failures;
import dmarcreports.mailbox.server.ServerAccess;
import dmarcreports.mailbox.server.Unreachable;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;

/** Makes connections to a server, and logs in. Each is tried once. */
final class ImapLogin {
  private final Address address;
  private final ServerAccess access;
  private Optional<Properties> properties = Optional.empty();
  private boolean warned;

  ImapLogin(Address address, ServerAccess access) {
    this.address = address;
    this.access = access;
  }

  /**
   * A connection that commands can be sent over.
   *
   * @throws Unreachable where another attempt would end the same
   */
  ImapConnection connect() throws ProtocolException, IOException {
    ImapConnection server = encrypted();
    try {
      if (!server.isAuthenticated()) {
        logIn(server);
      }
      return server;
    } catch (ProtocolException | IOException | RuntimeException e) {
      server.disconnect();
      throw e;
    }
  }

  private ImapConnection encrypted() throws ProtocolException, IOException {
    try {
      ImapConnection server =
          new ImapConnection(address.scheme(), address.bareHost(), address.port(), properties());
      if (!address.secure()) {
        startTls(server);
      }
      return server;
    } catch (ProtocolException | IOException e) {
      Optional<String> distrust = Failures.certificate(e);
      if (distrust.isPresent()) {
        throw new Unreachable(distrust.get(), e);
      }
      throw e;
    }
  }

  private void startTls(ImapConnection server) throws ProtocolException, IOException {
    try {
      if (server.hasCapability("STARTTLS")) {
        server.startTLS();
        server.capability();
      } else if (!access.allowsClearText(address)) {
        throw new Unreachable(
            "does not offer STARTTLS, so that the password would be sent in clear text; use"
                + " imaps://, or --insecure-clear-text where you must");
      } else if (!warned) {
        warned = true;
        access.notes().accept(address.account() + ": the password is sent in clear text");
      }
    } catch (ProtocolException | IOException | RuntimeException e) {
      server.disconnect();
      throw e;
    }
  }

  private Properties properties() throws IOException {
    if (properties.isEmpty()) {
      properties = Optional.of(access.properties(address));
    }
    return properties.get();
  }

  private void logIn(ImapConnection server) throws ProtocolException, IOException {
    Map<String, String> before = server.getCapabilities();
    try {
      Optional<String> password = ServerAccess.secret(() -> access.secrets().password(address));
      if (password.isEmpty()) {
        withToken(server, ServerAccess.secret(() -> access.secrets().token(address)));
      } else if (server.hasCapability("AUTH=PLAIN")) {
        server.authplain(null, address.user(), password.get());
      } else if (!server.hasCapability("LOGINDISABLED")) {
        server.login(address.user(), password.get());
      } else {
        throw new Unreachable("takes no password here; it may take --token-command (OAuth 2.0)");
      }
    } catch (CommandFailedException e) {
      String said = ImapFailure.said(e);
      if (said.startsWith("[UNAVAILABLE]")) {
        throw e;
      }
      throw new Unreachable("refuses the log-in of " + address.user() + ": " + said, e);
    }
    if (server.getCapabilities() == before) {
      server.capability();
    }
  }

  private void withToken(ImapConnection server, String token)
      throws ProtocolException, IOException {
    if (server.hasCapability("AUTH=XOAUTH2")) {
      server.authoauth2(address.user(), token);
    } else if (server.hasCapability("AUTH=OAUTHBEARER")) {
      server.bearer(address, token);
    } else {
      throw new Unreachable("takes no tokens (OAuth 2.0); give a password");
    }
  }
}
