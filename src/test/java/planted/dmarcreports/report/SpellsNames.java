package planted.dmarcreports.report;

import java.net.IDN;

/** Breaks a rule of the house. */
public final class SpellsNames {
  private SpellsNames() {}

  static String broken(String name) {
    return IDN.toASCII(name);
  }
}
