package dmarcreports.mailbox.imap;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.angus.mail.iap.ConnectionException;
import org.eclipse.angus.mail.iap.ProtocolException;

/** What went wrong with a server, in words. */
final class ImapFailure {
  private static final String OWN = "Jakarta Mail Exception: ";

  private ImapFailure() {}

  private static Stream<Throwable> causes(Throwable e) {
    return Stream.iterate(e, one -> one != null, Throwable::getCause);
  }

  private static boolean is(Throwable e, Class<?>... types) {
    return causes(e).anyMatch(one -> Stream.of(types).anyMatch(type -> type.isInstance(one)));
  }

  /** Why a certificate is not taken; empty where it is. */
  static Optional<String> certificate(Throwable e) {
    boolean name =
        causes(e)
            .map(one -> String.valueOf(one.getMessage()))
            .anyMatch(
                text ->
                    text.startsWith("No name matching")
                        || text.startsWith("No subject alternative")
                        || text.contains("verify identity"));
    if (name) {
      return Optional.of("its certificate is of another host");
    }
    if (is(e, CertPathValidatorException.class, CertPathBuilderException.class)) {
      boolean old = causes(e).anyMatch(one -> one.toString().contains("Expired"));
      return Optional.of(
          old
              ? "its certificate has expired"
              : "its certificate is not of an authority that is trusted; --tls-ca FILE names one"
                  + " of your own");
    }
    return is(e, CertificateException.class)
        ? Optional.of("its certificate is not trusted")
        : Optional.empty();
  }

  /** What a server said to a command that it refused. */
  static String said(ProtocolException e) {
    String text =
        e.getResponse() == null ? String.valueOf(e.getMessage()) : e.getResponse().getRest();
    return text.strip();
  }

  /** Why a connection is lost or was not made. */
  static String inWords(Exception e) {
    if (is(e, UnknownHostException.class)) {
      return "there is no such host";
    }
    if (is(e, SocketTimeoutException.class)) {
      return "does not answer";
    }
    if (is(e, ConnectException.class, NoRouteToHostException.class)) {
      return "cannot be reached: connection refused";
    }
    if (e instanceof ConnectionException lost && lost.getResponse() != null) {
      String text = lost.getResponse().getRest();
      int own = text.indexOf(OWN);
      if (own < 0) {
        return "ended the connection: " + text.strip();
      }
      return text.contains("SocketTimeoutException")
          ? "does not answer"
          : "the connection was lost";
    }
    return "the connection was lost";
  }
}
