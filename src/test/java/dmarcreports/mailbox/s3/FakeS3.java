package dmarcreports.mailbox.s3;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A store that does what no real one does when it is asked to. */
final class FakeS3 implements AutoCloseable {
  private static final int PAGE = 3;
  private static final Pattern TOKEN = Pattern.compile("continuation-token=([^&]*)");
  private static final Pattern PREFIX = Pattern.compile("prefix=([^&]*)");

  private final HttpServer server;
  private final Map<String, Kept> objects = new TreeMap<>();

  /** Answers to a request, by what it begins with, {@code GET /bucket/key}: each once. */
  private final Map<String, List<Answer>> answers = new HashMap<>();

  final List<String> asked = new ArrayList<>();

  /** The most bytes of an object that are sent over one connection. */
  int cutAfter = Integer.MAX_VALUE;

  FakeS3() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::handle);
    server.start();
  }

  private record Kept(byte[] bytes, String tag, String version) {}

  private record Answer(int status, String code, String said, Map<String, String> headers) {}

  String endpoint() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  synchronized void put(String key, byte[] bytes, String tag) {
    objects.put(key, new Kept(bytes, "\"" + tag + "\"", "v" + tag));
  }

  synchronized void remove(String key) {
    objects.remove(key);
  }

  synchronized List<String> keys() {
    return List.copyOf(objects.keySet());
  }

  /** The next so many requests that begin so end in an error. */
  synchronized void fail(String request, int times, int status, String code, String said) {
    for (int i = 0; i < times; i++) {
      answers
          .computeIfAbsent(request, key -> new ArrayList<>())
          .add(new Answer(status, code, said, Map.of("x-amz-bucket-region", "eu-west-1")));
    }
  }

  private synchronized Answer failure(String request) {
    for (Map.Entry<String, List<Answer>> one : answers.entrySet()) {
      if (request.startsWith(one.getKey()) && !one.getValue().isEmpty()) {
        return one.getValue().remove(0);
      }
    }
    return null;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String request = exchange.getRequestMethod() + " " + path;
    synchronized (asked) {
      asked.add(request);
    }
    Answer failure = failure(request);
    if (failure != null) {
      error(exchange, failure.status, failure.code, failure.said, failure.headers);
    } else if (path.indexOf('/', 1) < 0 || path.indexOf('/', 1) == path.length() - 1) {
      list(exchange);
    } else {
      object(exchange, path.substring(path.indexOf('/', 1) + 1));
    }
    exchange.close();
  }

  private static String asked(HttpExchange exchange, Pattern parameter) {
    Matcher value = parameter.matcher(exchange.getRequestURI().getRawQuery());
    return value.find() ? URLDecoder.decode(value.group(1), StandardCharsets.UTF_8) : "";
  }

  private synchronized void list(HttpExchange exchange) throws IOException {
    String after = asked(exchange, TOKEN);
    String prefix = asked(exchange, PREFIX);
    StringBuilder xml = new StringBuilder("<ListBucketResult>");
    String last = "";
    int count = 0;
    for (Map.Entry<String, Kept> one : objects.entrySet()) {
      if (one.getKey().compareTo(after) <= 0 || !one.getKey().startsWith(prefix)) {
        continue;
      }
      if (count++ == PAGE) {
        xml.append("<IsTruncated>true</IsTruncated><NextContinuationToken>")
            .append(last)
            .append("</NextContinuationToken>");
        break;
      }
      last = one.getKey();
      String tag = "<ETag>" + one.getValue().tag.replace("\"", "&quot;") + "</ETag>";
      xml.append("<Contents><Key>")
          .append(last)
          .append("</Key>")
          .append(one.getValue().tag.contains("none") ? "" : tag)
          .append("<Size>")
          .append(one.getValue().bytes.length)
          .append("</Size><LastModified>2026-01-01T00:00:00.000Z</LastModified></Contents>");
    }
    send(exchange, 200, xml + "</ListBucketResult>");
  }

  private void object(HttpExchange exchange, String key) throws IOException {
    Kept kept;
    synchronized (this) {
      kept = objects.get(key);
    }
    if (kept == null) {
      error(exchange, 404, "NoSuchKey", "it is not there", Map.of());
      return;
    }
    String wanted = exchange.getRequestHeaders().getFirst("If-Match");
    if (wanted != null && !wanted.equals(kept.tag)) {
      error(exchange, 412, "PreconditionFailed", "it is another", Map.of());
      return;
    }
    exchange.getResponseHeaders().set("ETag", kept.tag);
    exchange.getResponseHeaders().set("x-amz-version-id", kept.version);
    exchange.getResponseHeaders().set("Last-Modified", "Thu, 01 Jan 2026 00:00:00 GMT");
    switch (exchange.getRequestMethod()) {
      case "HEAD" -> {
        exchange.getResponseHeaders().set("Content-Length", "" + kept.bytes.length);
        exchange.sendResponseHeaders(200, -1);
      }
      case "DELETE" -> {
        synchronized (this) {
          objects.remove(key);
        }
        exchange.sendResponseHeaders(204, -1);
      }
      default -> bytes(exchange, kept.bytes);
    }
  }

  private void bytes(HttpExchange exchange, byte[] all) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    int from = range == null ? 0 : Integer.parseInt(range.replaceAll("[^0-9]", ""));
    if (from > 0) {
      exchange
          .getResponseHeaders()
          .set("Content-Range", "bytes " + from + "-" + (all.length - 1) + "/" + all.length);
    }
    exchange.sendResponseHeaders(from > 0 ? 206 : 200, all.length - from);
    OutputStream out = exchange.getResponseBody();
    out.write(all, from, Math.min(cutAfter, all.length - from));
    out.flush();
  }

  private static void error(
      HttpExchange exchange, int status, String code, String said, Map<String, String> headers)
      throws IOException {
    headers.forEach(exchange.getResponseHeaders()::set);
    send(
        exchange,
        status,
        "<Error><Code>" + code + "</Code><Message>" + said + "</Message></Error>");
  }

  private static void send(HttpExchange exchange, int status, String xml) throws IOException {
    byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
    boolean bare = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, bare ? -1 : bytes.length);
    if (!bare) {
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
