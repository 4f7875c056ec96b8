package planted.dmarcreports.spark;

import planted.dmarcreports.store.Door;

/** Breaks a rule of the house. */
public final class KnowsTheHouse {
  private KnowsTheHouse() {}

  static Class<?> broken() {
    return Door.class;
  }
}
