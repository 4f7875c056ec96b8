package planted.dmarcreports.output.deep;

import planted.dmarcreports.output.Above;

/** Breaks a rule of the house. */
public final class KnowsAbove {
  private KnowsAbove() {}

  public static void broken() {
    Above.tell();
  }
}
