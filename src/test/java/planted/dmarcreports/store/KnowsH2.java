package planted.dmarcreports.store;

import planted.dmarcreports.store.h2.Kind;

/** Breaks a rule of the house. */
public final class KnowsH2 {
  private KnowsH2() {}

  static void broken() {
    Kind.open();
  }
}
