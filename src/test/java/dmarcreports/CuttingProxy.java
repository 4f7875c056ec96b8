package dmarcreports;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between PostgreSQL and its clients on loopback, and cuts connections after a number of
 * messages of the client: the last of them comes to the server, its answer does not come back. Each
 * connection lives for so many more than the one before.
 */
final class CuttingProxy implements AutoCloseable {
  /** So many a connection takes to be made. */
  private static final int GREETINGS = 8;

  private final ServerSocket listening;
  private final int server;
  private final int step;
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger cuts = new AtomicInteger();

  /**
   * @param server the port of the server
   * @param step how many messages the first connection lives for, and each one more
   */
  CuttingProxy(int server, int step) throws IOException {
    this.server = server;
    this.step = step;
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  /** How many connections were cut. */
  int cuts() {
    return cuts.get();
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        Socket there = new Socket(InetAddress.getLoopbackAddress(), server);
        int messages = GREETINGS + step * connections.incrementAndGet();
        start(() -> forward(client, there, messages));
        start(() -> back(there, client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void forward(Socket client, Socket there, int messages) {
    try (client;
        there) {
      DataInputStream in = new DataInputStream(client.getInputStream());
      OutputStream out = there.getOutputStream();
      for (int message = 0; ; message++) {
        boolean first = message == 0;
        int type = first ? 0 : in.readUnsignedByte();
        int length = in.readInt();
        byte[] body = in.readNBytes(length - 4);
        if (message == messages) {
          cuts.incrementAndGet();
          client.close();
        }
        if (!first) {
          out.write(type);
        }
        out.write(
            new byte[] {
              (byte) (length >> 24), (byte) (length >> 16), (byte) (length >> 8), (byte) length
            });
        out.write(body);
        out.flush();
        if (message == messages) {
          // the server reads it, and works on it, before it sees that nobody listens
          Thread.sleep(20);
          return;
        }
      }
    } catch (IOException | InterruptedException over) {
      // one of the two has gone
    }
  }

  private static void back(Socket there, Socket client) {
    try (InputStream in = there.getInputStream()) {
      in.transferTo(client.getOutputStream());
    } catch (IOException over) {
      // one of the two has gone
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
