package planted.dmarcreports.delivery;

import planted.dmarcreports.mailbox.KnowsTheStore;

/** Breaks a rule of the house. */
public final class KnowsAMailbox {
  private KnowsAMailbox() {}

  static Class<?> broken() {
    return KnowsTheStore.class;
  }
}
