package dmarcreports.mailbox.pop3;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.util.WriteTimeoutSocket;

/**
 * How much a server may still answer. Connections made through it give no byte more, however much
 * is sent: the library keeps what it reads, and reads on until the end.
 */
final class Meter {
  private long left;
  private boolean exceeded;
  private boolean lost;
  private boolean silent;
  private final int milliseconds;

  /**
   * @param silence how long a server may take nothing
   */
  Meter(Duration silence) {
    milliseconds = (int) Math.min(Integer.MAX_VALUE, Math.max(1, silence.toMillis()));
  }

  /** A server answers with more than it may. */
  private static final class TooMuch extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** So many bytes may come from now on. */
  void allow(long bytes) {
    left = bytes;
    exceeded = false;
    lost = false;
    silent = false;
  }

  /** Whether more came than was allowed. */
  boolean isExceeded() {
    return exceeded;
  }

  /** Whether the connection has ended since; the library does not always say so. */
  boolean isLost() {
    return lost;
  }

  /** Whether nothing came for too long; the library says that the connection was lost. */
  boolean isSilent() {
    return silent;
  }

  private int came(int count) {
    lost |= count < 0;
    left -= Math.max(0, count);
    return count;
  }

  /** The bytes of a connection. */
  private final class Metered extends FilterInputStream {
    Metered(InputStream bytes) {
      super(bytes);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
      if (left <= 0) {
        exceeded = true;
        throw new TooMuch();
      }
      try {
        return came(super.read(bytes, from, (int) Math.min(count, left)));
      } catch (IOException e) {
        lost = true;
        silent |= e instanceof SocketTimeoutException;
        throw e;
      }
    }
  }

  /** A connection whose server may also be slow to take what is sent. */
  private final class Connection extends WriteTimeoutSocket {
    Connection(Socket socket) throws IOException {
      super(socket, milliseconds);
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return new Metered(super.getInputStream());
    }
  }

  /** Makes connections in clear text. */
  SocketFactory clear() {
    return new Clear();
  }

  /** Adds TLS to connections, as another does. */
  SSLSocketFactory tls(SSLSocketFactory other) {
    return new Tls(other);
  }

  private final class Clear extends SocketFactory {
    @Override
    public Socket createSocket() throws IOException {
      return new Connection(new Socket());
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
      throw new UnsupportedOperationException();
    }
  }

  private final class Tls extends SSLSocketFactory {
    private final SSLSocketFactory other;

    Tls(SSLSocketFactory other) {
      this.other = other;
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose)
        throws IOException {
      return other.createSocket(new Connection(socket), host, port, autoClose);
    }

    @Override
    public String[] getDefaultCipherSuites() {
      return other.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
      return other.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
      throw new UnsupportedOperationException();
    }
  }
}
