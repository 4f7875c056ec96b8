package planted.dmarcreports.mailbox;

import planted.dmarcreports.store.Door;

/** Breaks a rule of the house. */
public final class KnowsTheStore {
  private KnowsTheStore() {}

  static void broken() {
    Door.open();
  }
}
