package planted.dmarcreports.output;

import planted.dmarcreports.output.deep.KnowsAbove;

/** Knows the room below it. */
public final class Above {
  private Above() {}

  public static void tell() {
    KnowsAbove.broken();
  }
}
