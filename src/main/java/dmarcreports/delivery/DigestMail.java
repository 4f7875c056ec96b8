package dmarcreports.delivery;

import dmarcreports.stored.Message;
import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Optional;

/**
 * A message as a mail: the same words as plain text and as a page, and all mails about one domain
 * in one thread, whose beginning never was sent.
 */
final class DigestMail extends MimeMessage {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();
  private static final String PROGRAM = "dmarc-reports";

  private final String id;

  private DigestMail(Session session, String id) {
    super(session);
    this.id = id;
  }

  static DigestMail of(
      Message message, MailReceiver from, MailReceiver to, Optional<byte[]> page, Session session)
      throws MessagingException {
    DigestMail mail = new DigestMail(session, "<" + message.name() + "@" + from.domain() + ">");
    mail.setFrom(named(from));
    mail.setRecipient(RecipientType.TO, new InternetAddress(to.address()));
    mail.setSubject(message.subject(), UTF_8);
    mail.setSentDate(Date.from(message.made()));
    String thread = "<" + thread(message) + "@" + from.domain() + ">";
    mail.setHeader("In-Reply-To", thread);
    mail.setHeader("References", thread);
    mail.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834
    mail.setHeader("List-Id", "<" + PROGRAM + "." + from.domain() + ">");
    mail.setContent(content(message, page));
    mail.saveChanges();
    return mail;
  }

  private static InternetAddress named(MailReceiver from) throws MessagingException {
    try {
      return new InternetAddress(from.address(), PROGRAM, UTF_8);
    } catch (UnsupportedEncodingException e) {
      throw new MessagingException(e.getMessage(), e);
    }
  }

  /** What begins the thread: the same for all that is about a domain. */
  private static String thread(Message message) {
    return "thread." + ShortHash.of(message.topic().orElse(""));
  }

  private static MimeMultipart content(Message message, Optional<byte[]> page)
      throws MessagingException {
    MimeMultipart both = new MimeMultipart("alternative");
    both.addBodyPart(text(message.body(), "plain"));
    both.addBodyPart(text(message.html().orElse(""), "html"));
    if (page.isEmpty()) {
      return both;
    }
    MimeBodyPart first = new MimeBodyPart();
    first.setContent(both);
    MimeBodyPart second = new MimeBodyPart();
    second.setDataHandler(
        new DataHandler(new ByteArrayDataSource(page.get(), "text/html; charset=utf-8")));
    second.setFileName("findings.html");
    second.setDisposition(ATTACHMENT);
    second.setHeader("Content-Transfer-Encoding", "base64");
    MimeMultipart mixed = new MimeMultipart("mixed");
    mixed.addBodyPart(first);
    mixed.addBodyPart(second);
    return mixed;
  }

  private static MimeBodyPart text(String text, String kind) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, UTF_8, kind);
    part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    return part;
  }

  /** The same however often it is sent. */
  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", id);
  }
}
