package dmarcreports.delivery;

import java.io.IOException;

/** A message was not accepted; the words say why, and what helps. */
public final class NotDelivered extends IOException {
  private static final long serialVersionUID = 1L;

  private final boolean forAll;

  /**
   * @param forAll whether it would be the same with every other message to that receiver
   */
  NotDelivered(String why, boolean forAll, Throwable cause) {
    super(why, cause);
    this.forAll = forAll;
  }

  /** Whether it would be the same with every other message to that receiver. */
  public boolean isForAll() {
    return forAll;
  }
}
