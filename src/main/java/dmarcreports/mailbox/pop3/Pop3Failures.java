package dmarcreports.mailbox.pop3;

import dmarcreports.mailbox.server.Address;
import dmarcreports.mailbox.server.Failures;
import jakarta.mail.AuthenticationFailedException;
import java.util.Optional;

/** What went wrong with a server, beside what the library says of it. */
record Pop3Failures(Address address, Meter meter) {

  /** In a few words. */
  String inWords(Exception e) {
    if (isRefused(e)) {
      return refusal(e);
    }
    return meter.isSilent() ? "does not answer" : Failures.inWords(e);
  }

  /** Why another attempt would end the same; empty where it may not. */
  Optional<String> end(Exception e) {
    if (meter.isExceeded()) {
      return Optional.of("sends more than was asked for");
    }
    String said = String.valueOf(e.getMessage());
    if (said.contains("STLS required")) {
      return Optional.of(
          "does not offer STLS, so that the password would be sent in clear text; use pop3s://,"
              + " or --insecure-clear-text where you must");
    }
    return isRefused(e) && !said.contains("[IN-USE]") && !said.contains("[SYS/TEMP]")
        ? Optional.of(refusal(e))
        : Failures.certificate(e);
  }

  /** The library also takes a connection that ends meanwhile for a log-in that is refused. */
  private boolean isRefused(Exception e) {
    return e instanceof AuthenticationFailedException && !meter.isLost();
  }

  private String refusal(Exception e) {
    return "refuses the log-in of " + address.user() + ": " + e.getMessage();
  }
}
