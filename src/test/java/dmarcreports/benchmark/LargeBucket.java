package dmarcreports.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dmarcreports.S3Server;
import dmarcreports.mailbox.imap.RuaMails;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bucket with any number of objects, which are made when they are asked for: mails without a
 * report at first, then some with one each night.
 */
final class LargeBucket {
  private static final int PAGE = 1_000;
  private static final int NEW = 200;
  private static final Pattern TOKEN = Pattern.compile("continuation-token=(\\d+)");
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin/java").toString();

  static {
    // without, each answer waits for the other side to confirm its first half
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final PrintStream out;
  private final Path place = Files.createTempDirectory("bucket");
  private final HttpServer server =
      HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  private volatile int first;
  private volatile int objects;

  LargeBucket(PrintStream out) throws IOException {
    this.out = out;
    server.setExecutor(Executors.newFixedThreadPool(8));
    server.createContext("/", this::handle);
    server.start();
  }

  /** Prints a line for each run: the first over so many objects, and the night after. */
  void run(int... sizes) throws IOException, InterruptedException {
    out.println("| | CPU-s | wall s | peak memory | written |\n|---|---|---|---|---|");
    for (int size : sizes) {
      first = size;
      objects = size;
      row("first run over " + size + " objects", "reports" + size);
      objects = size + NEW;
      row(NEW + " new of " + objects + " objects", "reports" + size);
      row("nothing new", "reports" + size);
    }
    server.stop(0);
  }

  private void row(String name, String db) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(JAVA, "-Xmx256m", "-jar"));
    command.addAll(List.of("target/dmarc-reports.jar", "ingest", "s3://rua/in/", "-q"));
    command.addAll(List.of("--s3-endpoint", "http://localhost:" + server.getAddress().getPort()));
    command.addAll(List.of("--db", place.resolve(db).toString()));
    out.println("| " + name + " | " + Cost.of(command, S3Server.environment()) + " |");
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] answer;
    if (path.startsWith("/rua/in/")) {
      int number = Integer.parseInt(path.substring("/rua/in/".length()));
      answer = mail(number);
      exchange.getResponseHeaders().set("ETag", tag(number));
    } else {
      answer = page(exchange).getBytes(StandardCharsets.UTF_8);
    }
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private byte[] mail(int number) {
    return number < first ? RuaMails.ordinary(number) : RuaMails.report(number, 2);
  }

  private static String tag(int number) {
    return "\"t" + number + "\"";
  }

  private String page(HttpExchange exchange) {
    Matcher token = TOKEN.matcher(exchange.getRequestURI().getRawQuery());
    int from = token.find() ? Integer.parseInt(token.group(1)) : 0;
    StringBuilder xml = new StringBuilder("<ListBucketResult>");
    for (int i = from; i < Math.min(objects, from + PAGE); i++) {
      xml.append("<Contents><Key>in/")
          .append(i)
          .append("</Key><ETag>")
          .append(tag(i).replace("\"", "&quot;"))
          .append("</ETag><Size>")
          .append(mail(i).length)
          .append("</Size><LastModified>2026-01-01T00:00:00.000Z</LastModified></Contents>");
    }
    if (from + PAGE < objects) {
      xml.append("<IsTruncated>true</IsTruncated><NextContinuationToken>")
          .append(from + PAGE)
          .append("</NextContinuationToken>");
    }
    return xml + "</ListBucketResult>";
  }
}
