package dmarcreports.hostile;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** A secret file and a listening port that nobody must touch. */
final class Canary implements Closeable {
  /** What the secret file says, which nobody may repeat. */
  static final String SECRET = "canary-sings-4711";

  private final ServerSocket port;
  private final AtomicInteger hits = new AtomicInteger();
  private final Path secret;

  Canary(Path folder) throws IOException {
    secret = Files.writeString(folder.resolve("secret.txt"), SECRET);
    port = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread listener = new Thread(this::listen, "canary");
    listener.setDaemon(true);
    listener.start();
  }

  private void listen() {
    while (!port.isClosed()) {
      try {
        port.accept().close();
        hits.incrementAndGet();
      } catch (IOException closed) {
        return;
      }
    }
  }

  String url(String scheme) {
    return scheme + "://127.0.0.1:" + port.getLocalPort() + "/canary";
  }

  Path secret() {
    return secret;
  }

  int hits() {
    return hits.get();
  }

  @Override
  public void close() throws IOException {
    port.close();
  }
}
