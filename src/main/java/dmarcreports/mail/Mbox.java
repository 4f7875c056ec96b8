package dmarcreports.mail;

import java.io.IOException;

/**
 * Mails in one file, each behind a {@code From } line, of any of the dialects. A mailbox may be of
 * any size, so each mail has a budget of its own; a packed one has no more than any other archive.
 */
final class Mbox {
  private Mbox() {}

  static void open(Walk walk, Place place, Content content) throws IOException {
    MboxMessages messages = new MboxMessages(content.stream());
    for (int number = 1; next(walk, place, messages); number++) {
      Place message = place.member("message " + number);
      if (place.containers() > 0) {
        Mail.open(walk, message, Content.of(messages));
      } else {
        Budget budget = new Budget(walk.limits());
        Mail.open(walk.next(budget), message, Content.ofSource(messages, budget));
      }
    }
  }

  private static boolean next(Walk walk, Place place, MboxMessages messages) throws IOException {
    try {
      return !walk.budget().isExceeded() && messages.next();
    } catch (BrokenContent e) {
      walk.discard(place, e);
      return false;
    }
  }
}
