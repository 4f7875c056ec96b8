package dmarcreports.delivery;

import dmarcreports.mailbox.server.Address;
import dmarcreports.mailbox.server.Failures;
import dmarcreports.mailbox.server.Pauses;
import dmarcreports.mailbox.server.ServerAccess;
import dmarcreports.mailbox.server.Unreachable;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Optional;
import java.util.Properties;

/**
 * A server that takes mail to be sent on (RFC 6409): one connection, and another where that one is
 * lost. A log-in is tried once.
 */
public final class MailServer implements AutoCloseable {
  private static final int LONGEST_SAID = 200;

  private final Address address;
  private final ServerAccess access;
  private final Pauses pauses;
  private Optional<Session> session = Optional.empty();
  private Optional<Transport> connection = Optional.empty();
  private Optional<Unreachable> end = Optional.empty();

  /**
   * @param address whose user is empty where the server takes mail without a log-in
   */
  public MailServer(Address address, ServerAccess access) {
    this.address = address;
    this.access = access;
    pauses = new Pauses(access.patience());
  }

  /** What the server is called. */
  String label() {
    return address.account();
  }

  /** How mails for it are made. */
  Session session() throws Unreachable {
    if (session.isEmpty()) {
      session = Optional.of(Session.getInstance(properties()));
    }
    return session.get();
  }

  /**
   * A connection that mails can be sent over.
   *
   * @throws Unreachable where there is none in this run
   */
  Transport connected() throws Unreachable {
    while (true) {
      if (end.isPresent()) {
        throw end.get();
      }
      if (connection.filter(Transport::isConnected).isPresent()) {
        return connection.get();
      }
      try {
        connection = Optional.of(connect());
        pauses.end();
      } catch (Unreachable e) {
        end = Optional.of(e);
      } catch (AuthenticationFailedException e) {
        end =
            Optional.of(
                new Unreachable(
                    "refuses the log-in of "
                        + address.user()
                        + ": "
                        + said(e)
                        + "; is the password that of DMARC_REPORTS_SMTP_PASSWORD?",
                    e));
      } catch (MessagingException e) {
        Optional<String> lasting = lasting(e);
        if (lasting.isPresent()) {
          end = Optional.of(new Unreachable(lasting.get(), e));
        } else if (!pauses.passed()) {
          end = Optional.of(new Unreachable(inWords(e), e));
        }
      }
    }
  }

  /** What another attempt would not change. */
  private static Optional<String> lasting(MessagingException e) {
    return String.valueOf(e.getMessage()).startsWith("STARTTLS is required")
        ? Optional.of(
            "does not offer STARTTLS, so that all would be sent in clear text; use smtps://, or"
                + " --insecure-clear-text where you must")
        : Failures.certificate(e);
  }

  private static String inWords(MessagingException e) {
    String said = said(e);
    return said.matches("[45][0-9]{2}.*") ? "does not take mail now: " + said : Failures.inWords(e);
  }

  private Transport connect() throws MessagingException, Unreachable {
    Optional<String> password =
        address.user().isEmpty()
            ? Optional.empty()
            : ServerAccess.secret(() -> access.secrets().password(address));
    boolean withToken = !address.user().isEmpty() && password.isEmpty();
    String secret =
        withToken
            ? ServerAccess.secret(() -> access.secrets().token(address))
            : password.orElse(null);
    Properties properties = session().getProperties();
    properties.setProperty(
        "mail." + address.scheme() + ".auth.mechanisms", withToken ? "XOAUTH2" : "PLAIN LOGIN");
    Transport transport = session().getTransport(address.scheme());
    transport.connect(
        address.bareHost(),
        address.port(),
        address.user().isEmpty() ? null : address.user(),
        secret);
    return transport;
  }

  private Properties properties() throws Unreachable {
    Properties made = access.properties(address);
    String prefix = "mail." + address.scheme() + ".";
    made.setProperty(
        prefix + "writetimeout", Long.toString(Math.max(1, access.silence().toMillis())));
    boolean logIn = !address.user().isEmpty();
    made.setProperty(prefix + "auth", Boolean.toString(logIn));
    // a server of this machine that wants no log-in often has a certificate that nobody signed
    boolean protectedOnTheWay = logIn || !address.isLoopback();
    made.setProperty(prefix + "starttls.enable", Boolean.toString(protectedOnTheWay));
    made.setProperty(
        prefix + "starttls.required", Boolean.toString(!access.allowsClearText(address)));
    made.setProperty(prefix + "quitwait", "false");
    return made;
  }

  /** The next mail is sent over another connection. */
  void drop() {
    connection.ifPresent(MailServer::closed);
    connection = Optional.empty();
  }

  private static void closed(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException gone) {
      // it is over anyway
    }
  }

  @Override
  public void close() {
    drop();
    end = Optional.of(new Unreachable("is closed"));
  }

  /** What a server said; the first line of it. */
  static String said(Exception e) {
    String text = String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("");
    return text.substring(0, Math.min(LONGEST_SAID, text.length()));
  }
}
