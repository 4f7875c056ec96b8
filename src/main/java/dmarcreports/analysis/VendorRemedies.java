package dmarcreports.analysis;

import java.util.List;

/** How a service is made to prove its customer's name: in the words of its own settings. */
final class VendorRemedies {
  private VendorRemedies() {}

  /** Signing with the customer's domain. */
  static Remedy dkim(Situation situation) {
    return new Remedy("", "", List.of(), List.of(), List.of());
  }

  /** A return path below the customer's domain. */
  static Remedy returnPath(Situation situation) {
    return new Remedy("", "", List.of(), List.of(), List.of());
  }
}
