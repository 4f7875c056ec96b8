package dmarcreports.mailbox.pop3;

import dmarcreports.mailbox.server.Address;
import dmarcreports.mailbox.server.ServerAccess;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.pop3.POP3Folder;
import org.eclipse.angus.mail.pop3.POP3SSLStore;
import org.eclipse.angus.mail.pop3.POP3Store;

/** Connects to a server and logs in to one account. */
final class Pop3LogIn {
  private final Address address;
  private final ServerAccess access;
  private final Meter meter;
  private boolean warned;

  Pop3LogIn(Address address, ServerAccess access, Meter meter) {
    this.address = address;
    this.access = access;
    this.meter = meter;
  }

  /** The mails of the account, over a new connection. */
  POP3Folder inbox() throws MessagingException, IOException {
    Optional<String> password = ServerAccess.secret(() -> access.secrets().password(address));
    Session session = Session.getInstance(properties(password.isEmpty()));
    String host = address.host().replaceAll("[\\[\\]]", "");
    POP3Store store =
        address.secure() ? new POP3SSLStore(session, null) : new POP3Store(session, null);
    store.connect(
        host,
        address.port(),
        address.user(),
        password.isPresent()
            ? password.get()
            : ServerAccess.secret(() -> access.secrets().token(address)));
    if (!store.isSSL() && !warned) {
      warned = true;
      access.notes().accept(address.account() + ": the password is sent in clear text");
    }
    POP3Folder folder = (POP3Folder) store.getFolder("INBOX");
    folder.open(Folder.READ_WRITE);
    return folder;
  }

  private Properties properties(boolean withToken) throws IOException {
    Properties properties = access.properties(address);
    String prefix = "mail." + address.scheme() + ".";
    if (address.secure()) {
      String tls = prefix + "ssl.socketFactory";
      Object trusted = properties.getOrDefault(tls, SSLSocketFactory.getDefault());
      properties.put(tls, meter.tls((SSLSocketFactory) trusted));
    } else {
      properties.put(prefix + "socketFactory", meter.clear());
      properties.setProperty(prefix + "starttls.enable", "true");
      properties.setProperty(
          prefix + "starttls.required", Boolean.toString(!access.allowsClearText(address)));
    }
    if (withToken) {
      properties.setProperty(prefix + "auth.mechanisms", "XOAUTH2");
    }
    return properties;
  }
}
