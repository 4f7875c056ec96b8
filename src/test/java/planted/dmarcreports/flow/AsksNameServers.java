package planted.dmarcreports.flow;

import org.xbill.DNS.SimpleResolver;

/** Breaks a rule of the house. */
public final class AsksNameServers {
  private AsksNameServers() {}

  static Class<?> broken() {
    return SimpleResolver.class;
  }
}
