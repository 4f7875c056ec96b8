package dmarcreports.mailbox.server;

import java.time.Duration;

/** The growing pauses before a server is tried again, as long as there is patience. */
public final class Pauses {
  private static final Duration FIRST = Duration.ofMillis(250);
  private static final Duration LONGEST = Duration.ofSeconds(15);

  private final Duration patience;
  private Duration pause = FIRST;
  private long deadline;

  public Pauses(Duration patience) {
    this.patience = patience;
  }

  /** It answers: the next time that it does not, patience begins anew. */
  public void end() {
    deadline = 0;
    pause = FIRST;
  }

  /**
   * Waits before the next attempt.
   *
   * @return false where there is no patience left
   */
  public boolean passed() {
    long now = System.nanoTime();
    if (deadline == 0) {
      deadline = now + patience.toNanos();
    }
    if (now + pause.toNanos() > deadline) {
      return false;
    }
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    pause = pause.multipliedBy(2).compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
    return true;
  }
}
