package planted.dmarcreports.report;

import java.net.InetAddress;

/** Breaks a rule of the house. */
public final class ReadsAddresses {
  private ReadsAddresses() {}

  static Object broken() {
    return InetAddress.getLoopbackAddress();
  }
}
