package planted.dmarcreports.output;

/** Breaks a rule of the house. */
public final class Other {
  private Other() {}

  static void broken() {
    One.broken();
  }
}
