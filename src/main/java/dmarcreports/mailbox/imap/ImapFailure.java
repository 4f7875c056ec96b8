package dmarcreports.mailbox.imap;

import dmarcreports.mailbox.server.Failures;
import org.eclipse.angus.mail.iap.ConnectionException;
import org.eclipse.angus.mail.iap.ProtocolException;

/** What went wrong with a server, in words. */
final class ImapFailure {
  private static final String OWN = "Jakarta Mail Exception: ";

  private ImapFailure() {}

  /** What a server said to a command that it refused. */
  static String said(ProtocolException e) {
    String text =
        e.getResponse() == null ? String.valueOf(e.getMessage()) : e.getResponse().getRest();
    return text.strip();
  }

  /** Why a connection is lost or was not made. */
  static String inWords(Exception e) {
    if (e instanceof ConnectionException lost && lost.getResponse() != null) {
      String text = lost.getResponse().getRest();
      if (!text.contains(OWN)) {
        return "ended the connection: " + text.strip();
      }
      if (text.contains("SocketTimeoutException")) {
        return "does not answer";
      }
    }
    return Failures.inWords(e);
  }
}
