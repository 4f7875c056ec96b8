package dmarcreports;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A store that speaks S3 of the tests' own, on loopback, over TLS with a certificate of its own. It
 * checks signatures. Tests look into its buckets past the TLS.
 */
public final class S3Server {
  private static final Path SERVER = Path.of("target/servers/s3proxy.jar");
  private static final String ID = "tests";
  private static final String SECRET = "c0rrect+horse";
  private static final AtomicInteger BUCKETS = new AtomicInteger();

  private static final String CONFIGURATION =
      """
      s3proxy.authorization=aws-v2-or-v4
      s3proxy.identity=%s
      s3proxy.credential=%s
      s3proxy.endpoint=http://127.0.0.1:%d
      s3proxy.secure-endpoint=https://127.0.0.1:%d
      s3proxy.keystore-path=%s
      s3proxy.keystore-password=changeit
      jclouds.provider=transient
      jclouds.identity=none
      jclouds.credential=none
      """;

  private static S3Server shared;

  private final Path directory;
  private final int clear;
  private final int tls;
  private S3Client client;

  private S3Server(Path directory) throws IOException {
    this.directory = directory;
    clear = FreePort.next();
    tls = FreePort.next();
  }

  /** The one that all tests share; it ends with them. */
  public static synchronized S3Server shared() {
    Assumptions.assumeTrue(
        Files.exists(SERVER), "the S3 server is not there: the tests about it are passed over");
    if (shared == null) {
      try {
        shared = new S3Server(Files.createTempDirectory("s3"));
        shared.start();
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return shared;
  }

  private void start() throws IOException, InterruptedException {
    Path keys = directory.resolve("keys.p12");
    keytool(
        "-genkeypair -keyalg RSA -alias own -dname CN=localhost -ext san=dns:localhost -validity 9"
            + " -storepass changeit -keystore "
            + keys);
    keytool(
        "-exportcert -rfc -alias own -storepass changeit -keystore "
            + keys
            + " -file "
            + authority());
    Path configuration =
        Files.writeString(
            directory.resolve("configuration"),
            CONFIGURATION.formatted(ID, SECRET, clear, tls, keys));
    Process server =
        new ProcessBuilder(
                Jar.JAVA,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-jar",
                SERVER.toString(),
                "--properties",
                configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("out").toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server)));
    for (int attempt = 0; !answers(); attempt++) {
      if (attempt == 300 || !server.isAlive()) {
        throw new IllegalStateException(Files.readString(directory.resolve("out")));
      }
      Thread.sleep(100);
    }
    client =
        S3Client.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .endpointOverride(URI.create("http://127.0.0.1:" + clear))
            .forcePathStyle(true)
            .region(Region.US_EAST_1)
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create(ID, SECRET)))
            .build();
  }

  private void keytool(String arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments.split(" ")));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("keytool").toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(Files.readString(directory.resolve("keytool")));
    }
  }

  private boolean answers() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), tls)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  private void end(Process server) {
    server.destroy();
    try {
      server.waitFor(10, TimeUnit.SECONDS);
      for (String file : List.of("keys.p12", "ca.pem", "configuration", "out", "keytool", "")) {
        Files.deleteIfExists(directory.resolve(file));
      }
    } catch (IOException | InterruptedException e) {
      // then its directory stays
    }
  }

  /** Of its certificate. */
  public Path authority() {
    return directory.resolve("ca.pem");
  }

  /** Its URL. */
  public String endpoint() {
    return "https://localhost:" + tls;
  }

  public int port() {
    return tls;
  }

  /** The credentials, for another process. */
  public static Map<String, String> environment() {
    return Map.of(
        "AWS_ACCESS_KEY_ID",
        ID,
        "AWS_SECRET_ACCESS_KEY",
        SECRET,
        "AWS_EC2_METADATA_DISABLED",
        "true");
  }

  /** This process has the right credentials from now on. */
  public static void logIn() {
    logIn(SECRET);
  }

  /** This process has these credentials from now on. */
  public static void logIn(String secret) {
    System.setProperty("aws.accessKeyId", ID);
    System.setProperty("aws.secretAccessKey", secret);
    System.setProperty("aws.disableEc2Metadata", "true");
  }

  /** This process has no credentials from now on. */
  public static void logOut() {
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  /** A new bucket. */
  public Bucket bucket() {
    return new Bucket("rua-" + BUCKETS.incrementAndGet());
  }

  /** A bucket that tests look into. */
  public final class Bucket {
    private final String name;

    private Bucket(String name) {
      this.name = name;
      client.createBucket(request -> request.bucket(name));
    }

    public String name() {
      return name;
    }

    /** The URL of those whose keys begin so. */
    public String url(String prefix) {
      return "s3://" + name + "/" + prefix;
    }

    public void put(String key, byte[] bytes) {
      client.putObject(request -> request.bucket(name).key(key), RequestBody.fromBytes(bytes));
    }

    /** What is in it: the bytes of each object by its key. */
    public Map<String, String> objects() {
      Map<String, String> all = new TreeMap<>();
      for (S3Object object :
          client.listObjectsV2Paginator(request -> request.bucket(name)).contents()) {
        ResponseBytes<GetObjectResponse> bytes =
            client.getObjectAsBytes(request -> request.bucket(name).key(object.key()));
        all.put(object.key(), new String(bytes.asByteArray(), StandardCharsets.ISO_8859_1));
      }
      return all;
    }
  }
}
