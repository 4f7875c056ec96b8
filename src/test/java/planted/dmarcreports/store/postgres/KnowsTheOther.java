package planted.dmarcreports.store.postgres;

import planted.dmarcreports.store.h2.Kind;

/** Breaks a rule of the house. */
public final class KnowsTheOther {
  private KnowsTheOther() {}

  static void broken() {
    Kind.open();
  }
}
