package dmarcreports.delivery;

import dmarcreports.mailbox.server.Failures;
import dmarcreports.mailbox.server.Unreachable;
import dmarcreports.stored.Message;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** Sends mails to one address. Each is accepted or not by itself. */
public final class MailCourier implements Courier {
  private final MailReceiver to;
  private final MailReceiver from;
  private final MailServer server;

  /**
   * @param server which others send over as well, and whoever made it closes
   */
  public MailCourier(MailReceiver to, MailReceiver from, MailServer server) {
    this.to = to;
    this.from = from;
    this.server = server;
  }

  @Override
  public void deliver(Message message, Optional<Attachment> page) throws IOException {
    Optional<byte[]> attached =
        page.isPresent() ? Optional.of(page.get().bytes()) : Optional.empty();
    try {
      DigestMail mail = DigestMail.of(message, from, to, attached, server.session());
      server.connected().sendMessage(mail, new Address[] {new InternetAddress(to.address())});
    } catch (Unreachable e) {
      throw notDelivered(String.valueOf(e.getMessage()), true, e);
    } catch (MessagingException e) {
      throw refused(e);
    }
  }

  private NotDelivered refused(MessagingException e) {
    Optional<SMTPAddressFailedException> address = among(e, SMTPAddressFailedException.class);
    if (address.isPresent()) {
      return notDelivered("refuses the address: " + MailServer.said(address.get()), true, e);
    }
    Optional<SMTPSenderFailedException> sender = among(e, SMTPSenderFailedException.class);
    if (sender.isPresent()) {
      return notDelivered(
          "refuses the sender "
              + from.address()
              + ": "
              + MailServer.said(sender.get())
              + "; --mail-from names another",
          true,
          e);
    }
    Optional<SMTPSendFailedException> failed =
        among(e, SMTPSendFailedException.class).filter(one -> one.getReturnCode() > 0);
    if (failed.isPresent()) {
      return notDelivered("refuses the mail: " + MailServer.said(failed.get()), false, e);
    }
    server.drop();
    return notDelivered(Failures.inWords(e), true, e);
  }

  private NotDelivered notDelivered(String why, boolean forAll, Exception cause) {
    return new NotDelivered(server.label() + " " + why, forAll, cause);
  }

  /** The first of that kind in what goes by one failure. */
  private static <T extends Exception> Optional<T> among(Exception e, Class<T> kind) {
    return Stream.iterate(e, one -> one != null, MailCourier::next)
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst();
  }

  private static Exception next(Exception e) {
    return e instanceof MessagingException one ? one.getNextException() : null;
  }

  @Override
  public void close() {
    // the server is closed by whoever made it
  }
}
