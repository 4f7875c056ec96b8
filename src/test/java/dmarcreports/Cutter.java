package dmarcreports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Cuts each connection after so many bytes of the server. */
final class Cutter implements AutoCloseable {
  private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final AtomicInteger cuts = new AtomicInteger();
  private volatile boolean cutting = true;

  private final int server;
  private final Random random;

  /**
   * @param server its port
   */
  Cutter(int server, Random random) throws IOException {
    this.server = server;
    this.random = random;
    start(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  /** How many connections were cut. */
  int cuts() {
    return cuts.get();
  }

  /** Connections hold from now on. */
  void stop() {
    cutting = false;
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
        int bytes = cutting ? 500 + random.nextInt(60_000) : Integer.MAX_VALUE;
        start(() -> copy(client, there, Integer.MAX_VALUE));
        start(() -> copy(there, client, bytes));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void copy(Socket from, Socket to, int bytes) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] some = new byte[500];
      int left = bytes;
      for (int count = in.read(some); count >= 0; count = in.read(some)) {
        if (count >= left) {
          cuts.incrementAndGet();
          return;
        }
        out.write(some, 0, count);
        left -= count;
      }
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
