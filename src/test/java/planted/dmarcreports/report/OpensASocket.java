package planted.dmarcreports.report;

import java.net.Socket;

/** Breaks a rule of the house. */
public final class OpensASocket {
  private OpensASocket() {}

  static Class<?> broken() {
    return Socket.class;
  }
}
