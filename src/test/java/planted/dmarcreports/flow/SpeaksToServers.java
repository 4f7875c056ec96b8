package planted.dmarcreports.flow;

import org.eclipse.angus.mail.iap.Protocol;

/** Breaks a rule of the house. */
public final class SpeaksToServers {
  private SpeaksToServers() {}

  static Class<?> broken() {
    return Protocol.class;
  }
}
