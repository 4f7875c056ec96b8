package planted.dmarcreports.output;

/** Breaks a rule of the house. */
public final class One {
  private One() {}

  static void broken() {
    Other.broken();
  }
}
