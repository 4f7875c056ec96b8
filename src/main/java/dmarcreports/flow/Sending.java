package dmarcreports.flow;

import dmarcreports.delivery.MailReceiver;
import dmarcreports.delivery.Receiver;
import dmarcreports.delivery.Webhook;
import dmarcreports.mailbox.server.Address;
import dmarcreports.mailbox.server.ServerAccess;
import dmarcreports.output.PostFormat;
import dmarcreports.output.WrittenLetter;
import dmarcreports.output.text.Digest;
import dmarcreports.report.DomainName;
import dmarcreports.stored.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * To whom a digest is sent, and how.
 *
 * @param mail who gets it by mail
 * @param from whom mails are from
 * @param server which they are sent over
 * @param webhooks which programs get it
 * @param attachPage whether the page goes with mails
 * @param onlyNews whether nothing is sent of a quiet night
 * @param servers how the servers are reached
 * @param secret that what is posted is signed with
 * @param agent what this program calls itself
 */
public record Sending(
    List<MailReceiver> mail,
    Optional<MailReceiver> from,
    Address server,
    List<Webhook> webhooks,
    boolean attachPage,
    boolean onlyNews,
    ServerAccess servers,
    Optional<String> secret,
    String agent) {

  /** Keeps its own copies of the lists. */
  public Sending {
    mail = List.copyOf(mail);
    webhooks = List.copyOf(webhooks);
  }

  /** Whoever gets anything. */
  List<Receiver> receivers() {
    List<Receiver> all = new ArrayList<>(mail);
    all.addAll(webhooks);
    return all;
  }

  /** What is to be sent of a night, for each receiver. */
  List<Message> messages(Digest digest, Instant now) {
    if (onlyNews && !digest.tellsNews()) {
      return List.of();
    }
    List<Message> messages = new ArrayList<>();
    List<WrittenLetter> letters =
        mail.isEmpty() ? List.of() : WrittenLetter.all(digest, attachPage);
    for (MailReceiver receiver : mail) {
      for (WrittenLetter letter : letters) {
        messages.add(
            new Message(
                receiver.key(),
                letter.topic().map(DomainName::text),
                name(),
                now,
                letter.subject(),
                letter.text(),
                Optional.of(letter.html())));
      }
    }
    for (Webhook webhook : webhooks) {
      String body = format(webhook).write(digest);
      messages.add(
          new Message(webhook.key(), Optional.empty(), name(), now, "", body, Optional.empty()));
    }
    return messages;
  }

  private static PostFormat format(Webhook webhook) {
    return switch (webhook.shape()) {
      case JSON -> PostFormat.JSON;
      case SLACK -> PostFormat.SLACK;
      case TEAMS -> PostFormat.TEAMS;
    };
  }

  private static String name() {
    return UUID.randomUUID().toString();
  }
}
