package dmarcreports.flow;

import dmarcreports.delivery.Courier;
import dmarcreports.delivery.MailCourier;
import dmarcreports.delivery.MailReceiver;
import dmarcreports.delivery.MailServer;
import dmarcreports.delivery.NotDelivered;
import dmarcreports.delivery.Receiver;
import dmarcreports.delivery.Webhook;
import dmarcreports.delivery.WebhookCourier;
import dmarcreports.output.Format;
import dmarcreports.output.page.Findings;
import dmarcreports.output.plain.Counted;
import dmarcreports.output.plain.Style;
import dmarcreports.report.DomainName;
import dmarcreports.store.Outbox;
import dmarcreports.stored.Delivery;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All that waits, sent. That a message is about to be sent is kept before, that it was accepted
 * right after: what a run leaves between the two may have arrived, and is sent again under the same
 * name.
 */
final class Deliver {
  /** So long a message is tried. */
  private static final Duration PATIENCE = Duration.ofDays(30);

  private final Outbox outbox;
  private final Sending sending;
  private final Findings findings;
  private final Consumer<String> errors;
  private final Map<Optional<String>, byte[]> pages = new HashMap<>();

  /**
   * @param findings that the page is made of
   * @param errors takes a line for what was not delivered
   */
  Deliver(Outbox outbox, Sending sending, Findings findings, Consumer<String> errors) {
    this.outbox = outbox;
    this.sending = sending;
    this.findings = findings;
    this.errors = errors;
  }

  /**
   * Sends to each receiver what waits for it, whatever becomes of the others.
   *
   * @return whether all of it was accepted
   */
  boolean run(Instant now) throws IOException {
    if (sending.receivers().isEmpty()) {
      return true;
    }
    Optional<String> holder = outbox.hold();
    if (holder.isPresent()) {
      errors.accept(
          "digests are being sent by another run ("
              + holder.get()
              + "); what waits is sent by the next run");
      return false;
    }
    boolean all = true;
    try (MailServer server = new MailServer(sending.server(), sending.servers())) {
      for (MailReceiver receiver : sending.mail()) {
        MailReceiver from = sending.from().orElse(receiver);
        all &= send(receiver, new MailCourier(receiver, from, server));
      }
    }
    for (Webhook webhook : sending.webhooks()) {
      all &= send(webhook);
    }
    int lost = outbox.forgetBefore(now.minus(PATIENCE));
    if (lost > 0) {
      errors.accept(
          Counted.of(lost, "message")
              + " of digests waited for "
              + PATIENCE.toDays()
              + " days and will not be sent any more; analyze tells what there is now");
    }
    return all && lost == 0;
  }

  private boolean send(Webhook webhook) throws IOException {
    try (Courier courier =
        new WebhookCourier(webhook, sending.servers(), sending.secret(), sending.agent())) {
      return send(webhook, courier);
    }
  }

  private boolean send(Receiver receiver, Courier courier) throws IOException {
    List<Delivery> waiting = outbox.waiting(receiver.key());
    Optional<NotDelivered> first = Optional.empty();
    int left = 0;
    for (Delivery one : waiting) {
      if (first.filter(NotDelivered::isForAll).isPresent()) {
        left++;
        continue;
      }
      if (one.inDoubt()) {
        sending
            .servers()
            .notes()
            .accept(
                receiver.label()
                    + ": a run ended while it sent a digest there; it is sent again, and may have"
                    + " arrived before");
      }
      outbox.sending(one);
      try {
        courier.deliver(one.message(), page(one));
        outbox.accepted(one);
      } catch (NotDelivered e) {
        outbox.refused(one);
        first = first.isPresent() ? first : Optional.of(e);
        left++;
      }
    }
    if (first.isPresent()) {
      errors.accept(
          "the digest for "
              + receiver.label()
              + " was not delivered: "
              + first.get().getMessage()
              + "; "
              + (left == 1 ? "it waits" : left + " messages wait")
              + " for the next run");
    }
    return first.isEmpty();
  }

  /** The page about what the message is about, as it is now. */
  private Optional<Courier.Attachment> page(Delivery one) {
    return sending.attachPage() && one.message().html().isPresent()
        ? Optional.of(() -> page(one.message().topic()))
        : Optional.empty();
  }

  private byte[] page(Optional<String> topic) throws IOException {
    byte[] known = pages.get(topic);
    if (known == null) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      Findings part = topic.map(domain -> findings.about(new DomainName(domain))).orElse(findings);
      Format.HTML.write(part, Style.PLAIN, bytes);
      known = bytes.toByteArray();
      pages.put(topic, known);
    }
    return known;
  }
}
