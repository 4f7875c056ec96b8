package dmarcreports.mailbox.server;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import java.util.stream.Stream;

/** What is wrong with a connection, in words. */
public final class Failures {
  private Failures() {}

  private static Stream<Throwable> causes(Throwable e) {
    return Stream.iterate(e, one -> one != null, Throwable::getCause);
  }

  private static boolean is(Throwable e, Class<?>... types) {
    return causes(e).anyMatch(one -> Stream.of(types).anyMatch(type -> type.isInstance(one)));
  }

  /** Why a certificate is not taken; empty where it is. */
  public static Optional<String> certificate(Throwable e) {
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
      if (is(e, CertificateNotYetValidException.class)) {
        return Optional.of("its certificate is not valid yet; is the clock right?");
      }
      return Optional.of(
          is(e, CertificateExpiredException.class)
              ? "its certificate has expired"
              : "its certificate is not of an authority that is trusted; --tls-ca FILE names one"
                  + " of your own");
    }
    return is(e, CertificateException.class)
        ? Optional.of("its certificate is not trusted")
        : Optional.empty();
  }

  /** Why a connection is lost or was not made. */
  public static String inWords(Throwable e) {
    if (is(e, UnknownHostException.class)) {
      return "there is no such host";
    }
    if (is(e, SocketTimeoutException.class)) {
      return "does not answer";
    }
    if (is(e, ConnectException.class, NoRouteToHostException.class)) {
      return "cannot be reached: connection refused";
    }
    return "the connection was lost";
  }
}
