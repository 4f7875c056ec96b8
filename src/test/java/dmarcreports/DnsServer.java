package dmarcreports;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/**
 * A Knot DNS of the tests' own, on loopback, in a directory of its own. It is responsible for the
 * root, so for all names: what is not among its records does not exist.
 */
public final class DnsServer implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/sbin/knotd");
  private static final byte[] V6_LOOPBACK = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
  private static final String HEAD =
      ". 60 SOA ns.invalid. hostmaster.invalid. 1 3600 600 86400 60\n. 60 NS ns.invalid.\n";

  private final Process process;
  private final int port;

  private DnsServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts one.
   *
   * @param directory an empty one for its files
   * @param records in master-file form, with full names: {@code example.com. A 192.0.2.1}
   * @param broken zones whose files are lost: SERVFAIL
   */
  public static DnsServer start(Path directory, List<String> records, List<String> broken) {
    Assumptions.assumeTrue(
        Files.isExecutable(PROGRAM),
        "Knot DNS is not installed: the tests about name servers are passed over");
    try {
      int port = FreePort.next();
      Path configuration = write(directory, records, broken, port);
      Process process =
          new ProcessBuilder(PROGRAM.toString(), "-c", configuration.toString())
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve("out").toFile())
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
      for (int attempt = 0; !answers(port); attempt++) {
        if (attempt == 100 || !process.isAlive()) {
          process.destroy();
          throw new IllegalStateException(Files.readString(directory.resolve("out")));
        }
        Thread.sleep(100);
      }
      return new DnsServer(process, port);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path write(Path directory, List<String> records, List<String> broken, int port)
      throws IOException {
    Path zone = directory.resolve("root.zone");
    Files.writeString(zone, "$ORIGIN .\n$TTL 60\n" + HEAD + String.join("\n", records) + "\n");
    StringBuilder zones = new StringBuilder();
    for (String lost : broken) {
      zones.append("  - domain: ").append(lost).append('\n');
      zones.append("    file: ").append(directory.resolve("lost.zone")).append('\n');
    }
    Files.createDirectories(directory.resolve("db"));
    return Files.writeString(
        directory.resolve("knot.conf"),
        """
        server:
            listen: %s
            rundir: %s
        log:
          - target: stderr
            any: error
        database:
            storage: %s/db
        zone:
          - domain: .
            file: %s
            semantic-checks: off
            journal-content: none
        %s"""
            .formatted(listen(port), directory, directory, zone, zones));
  }

  private static String listen(int port) {
    String ipv4 = "127.0.0.1@" + port;
    return hasIpv6() ? "[ " + ipv4 + ", ::1@" + port + " ]" : ipv4;
  }

  /** Whether this machine has IPv6, if only on loopback. */
  public static boolean hasIpv6() {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getByAddress(V6_LOOPBACK))) {
      return socket.isBound();
    } catch (IOException none) {
      return false;
    }
  }

  private static boolean answers(int port) throws IOException {
    Message query = Message.newQuery(Record.newRecord(Name.root, Type.SOA, DClass.IN));
    byte[] bytes = query.toWire();
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.setSoTimeout(200);
      InetAddress here = InetAddress.getLoopbackAddress();
      socket.send(new DatagramPacket(bytes, bytes.length, here, port));
      DatagramPacket answer = new DatagramPacket(new byte[4096], 4096);
      socket.receive(answer);
      return new Message(answer.getData()).getRcode() == 0;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** For {@code --nameserver}. */
  public String address() {
    return "127.0.0.1:" + port;
  }

  /** The same over IPv6, where this machine has it. */
  public String addressV6() {
    Assumptions.assumeTrue(
        hasIpv6(),
        "This machine has no IPv6: the tests about name servers over IPv6 are passed over");
    return "[::1]:" + port;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
