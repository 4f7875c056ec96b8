package planted.dmarcreports.output;

import planted.dmarcreports.dns.live.Asks;

/** Breaks a rule of the house. */
public final class AsksForReal {
  private AsksForReal() {}

  public static void broken() {
    Asks.ask();
  }
}
