package dmarcreports.mail;

import java.io.IOException;

/** Mails in one file, each behind a {@code From } line, of any of the dialects. */
final class Mbox {
  private Mbox() {}

  static void open(Walk walk, Place place, Content content) throws IOException {
    MboxMessages messages = new MboxMessages(content.stream());
    for (int number = 1; next(walk, place, messages); number++) {
      Budget budget = new Budget(walk.limits());
      Content message = Content.ofSource(messages, budget);
      Mail.open(walk.next(budget), place.member("message " + number), message);
    }
  }

  private static boolean next(Walk walk, Place place, MboxMessages messages) throws IOException {
    try {
      return messages.next();
    } catch (BrokenContent e) {
      walk.discard(place, e);
      return false;
    }
  }
}
