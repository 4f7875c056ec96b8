package dmarcreports;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A program on loopback that takes what is posted to it, and answers as it is told. */
public final class PostBox implements AutoCloseable {
  private final HttpServer server;
  private final String scheme;
  private final Deque<Integer> answers = new ArrayDeque<>();

  /** What came, accepted or not. */
  public final List<Post> posts = new ArrayList<>();

  /** What it says beside the status. */
  public String words = "ok";

  /** Something that was posted. */
  public record Post(Headers headers, String body) {
    public String header(String name) {
      return headers.getFirst(name);
    }
  }

  private PostBox(HttpServer server, String scheme) {
    this.server = server;
    this.scheme = scheme;
    server.createContext("/", this::take);
    server.start();
  }

  private static InetSocketAddress here() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  public static PostBox open() throws IOException {
    return new PostBox(HttpServer.create(here(), 0), "http");
  }

  /** One whose certificate is that of the mail server. */
  public static PostBox secure(MailTransfer mail)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path store = Files.createTempDirectory("posts").resolve("keys.p12");
    new DovecotFiles(store.getParent())
        .run(
            "openssl",
            "pkcs12",
            "-export",
            "-in",
            mail.certificate().toString(),
            "-inkey",
            mail.key().toString(),
            "-out",
            store.toString(),
            "-passout",
            "pass:posts");
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, "posts".toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, "posts".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    HttpsServer server = HttpsServer.create(here(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    return new PostBox(server, "https");
  }

  /** The URL to post to. */
  public String url() {
    return scheme + "://localhost:" + server.getAddress().getPort() + "/hooks/T0P-S3CRET";
  }

  /** What it answers next, before it accepts all again. */
  public synchronized void answers(int... statuses) {
    for (int status : statuses) {
      answers.add(status);
    }
  }

  private synchronized void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    posts.add(new Post(exchange.getRequestHeaders(), body));
    int status = answers.isEmpty() ? 200 : answers.remove();
    if (status == 429) {
      exchange.getResponseHeaders().set("Retry-After", "1");
    }
    if (status / 100 == 3) {
      exchange.getResponseHeaders().set("Location", url());
    }
    byte[] said = words.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, said.length);
    exchange.getResponseBody().write(said);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
