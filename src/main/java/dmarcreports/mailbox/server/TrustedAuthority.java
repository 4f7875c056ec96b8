package dmarcreports.mailbox.server;

import dmarcreports.file.FileFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** TLS that trusts those whose certificates are in a file, and nobody else. */
public final class TrustedAuthority {
  private TrustedAuthority() {}

  /** The certificates of a file in PEM or DER. */
  public static SSLSocketFactory of(Path file) throws IOException {
    return context(file).getSocketFactory();
  }

  /** The same for what makes its own sockets. */
  public static SSLContext context(Path file) throws IOException {
    TrustManager[] trusted = managers(file);
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trusted, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw unusable(file, e);
    }
  }

  private static IOException unusable(Path file, GeneralSecurityException e) {
    return new IOException(file + ": cannot be used for TLS: " + e.getMessage(), e);
  }

  /** Who trusts the certificates of a file. */
  public static TrustManager[] managers(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(bytes)) {
        store.setCertificateEntry("ca" + number++, one);
      }
      if (number == 0) {
        throw new IOException(file + ": holds no certificate; --tls-ca takes PEM or DER");
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      return trust.getTrustManagers();
    } catch (FileSystemException e) {
      throw new IOException(FileFailure.inWords(e), e);
    } catch (CertificateException e) {
      throw new IOException(file + ": holds no certificate; --tls-ca takes PEM or DER", e);
    } catch (GeneralSecurityException e) {
      throw unusable(file, e);
    }
  }
}
