package dmarcreports;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * An Exim of the tests' own, on loopback, in a directory of its own, with a certificate of an
 * authority of its own. It takes mail from one account, with a password and TLS, and for every
 * address but those that say otherwise, into one Maildir.
 */
public final class MailTransfer {
  public static final String USER = "rua@example.com";
  public static final String PASSWORD = "c0rrect+horse";

  /** There is no such user. */
  public static final String NOBODY = "nobody-here@example.com";

  /** Cannot take mail now. */
  public static final String LATER = "later@example.com";

  /** May not send. */
  public static final String REFUSED_SENDER = "refused@example.com";

  private static final int ATTEMPTS = 100;

  private static final String CONFIGURATION =
      """
      exim_user = %2$s
      exim_group = %3$s
      spool_directory = %1$s/spool
      log_file_path = %1$s/log/%%slog
      pid_file_path = %1$s/pid
      primary_hostname = localhost
      daemon_smtp_ports = %4$d : %5$d
      tls_on_connect_ports = %5$d
      local_interfaces = 127.0.0.1
      tls_advertise_hosts = *
      tls_certificate = %1$s/cert.pem
      tls_privatekey = %1$s/key.pem
      auth_advertise_hosts = *
      host_lookup =
      rfc1413_query_timeout = 0s
      never_users =
      keep_environment =
      acl_smtp_mail = from
      acl_smtp_rcpt = to
      acl_smtp_data = content
      begin acl
      from:
        deny senders = refused@example.com
             message = 5.7.1 this account may not send as that
        accept
      to:
        require authenticated = *
                message = 5.7.0 log in first
        deny condition = ${if eq{$local_part}{nobody-here}}
             message = 5.1.1 no such user
        defer condition = ${if eq{$local_part}{later}}
              message = 4.2.1 the mailbox is busy
        accept
      content:
        deny condition = ${if match{$h_subject:}{refused\\.example}}
             message = 5.6.0 not this mail
        accept
      begin routers
      all:
        driver = accept
        transport = maildir
      begin transports
      maildir:
        driver = appendfile
        directory = %1$s/mail
        maildir_format
        envelope_to_add
        return_path_add
        user = %2$s
        group = %3$s
      begin authenticators
      plain:
        driver = plaintext
        public_name = PLAIN
        server_prompts = :
        server_condition = ${if and{{eq{$auth2}{rua@example.com}}{eq{$auth3}{c0rrect+horse}}}}
        server_set_id = $auth2
        server_advertise_condition = ${if def:tls_in_cipher}
      """;

  private static final Path EXIM = Path.of("/usr/sbin/exim4");

  private static MailTransfer shared;

  private final Path directory;
  private final int starttls;
  private final int tls;

  private MailTransfer(Path directory) throws IOException {
    this.directory = directory;
    starttls = FreePort.next();
    tls = FreePort.next();
  }

  /** The one that all tests share; it ends with them. */
  public static synchronized MailTransfer shared() throws IOException, InterruptedException {
    Assumptions.assumeTrue(
        Files.isExecutable(EXIM),
        "Exim is not installed: the tests about delivery are passed over");
    while (shared == null) {
      MailTransfer server = new MailTransfer(Files.createTempDirectory("exim"));
      if (server.start()) {
        shared = server;
      }
    }
    return shared;
  }

  /** False where somebody else has taken its ports meanwhile. */
  private boolean start() throws IOException, InterruptedException {
    open(directory);
    for (String part : List.of("spool", "log", "mail")) {
      open(Files.createDirectories(directory.resolve(part)));
    }
    for (String part : List.of("cur", "new", "tmp")) {
      open(Files.createDirectories(directory.resolve("mail").resolve(part)));
    }
    DovecotFiles files = new DovecotFiles(directory);
    files.certificates(-1, 9);
    boolean root = "root".equals(System.getProperty("user.name"));
    Files.setPosixFilePermissions(
        directory.resolve("key.pem"), PosixFilePermissions.fromString("rw-r--r--"));
    Path configuration =
        Files.writeString(
            directory.resolve("exim.conf"),
            CONFIGURATION.formatted(
                directory,
                root ? "nobody" : System.getProperty("user.name"),
                root ? "nogroup" : DovecotFiles.output("id", "-gn"),
                starttls,
                tls));
    Process daemon =
        new ProcessBuilder(EXIM.toString(), "-C", configuration.toString(), "-bdf", "-odi")
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("out").toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(daemon)));
    for (int attempt = 0; !answers(); attempt++) {
      if (!daemon.isAlive() && said().contains("in use")) {
        return false;
      }
      if (attempt == ATTEMPTS || !daemon.isAlive()) {
        throw new IllegalStateException(said());
      }
      Thread.sleep(50);
    }
    return true;
  }

  private String said() throws IOException {
    StringBuilder said = new StringBuilder(Files.readString(directory.resolve("out")));
    try (Stream<Path> logs = Files.list(directory.resolve("log"))) {
      for (Path log : logs.toList()) {
        said.append(Files.readString(log));
      }
    }
    return said.toString();
  }

  private void end(Process daemon) {
    daemon.destroy();
    try {
      daemon.waitFor(10, TimeUnit.SECONDS);
      new DovecotFiles(directory).run("rm", "-rf", directory.toString());
    } catch (IOException | InterruptedException e) {
      // then its directory stays
    }
  }

  private boolean answers() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), starttls)) {
      return socket.getInputStream().read() == '2';
    } catch (IOException notYet) {
      return false;
    }
  }

  private static void open(Path made) throws IOException {
    Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwxrwxrwx"));
  }

  /** Of the certificate of whom to trust. */
  public Path authority() {
    return directory.resolve("ca.pem");
  }

  /** Its certificate and key. */
  Path certificate() {
    return directory.resolve("cert.pem");
  }

  Path key() {
    return directory.resolve("key.pem");
  }

  /** Where mail is taken after STARTTLS. */
  public String starttls() {
    return "smtp://rua%40example.com@localhost:" + starttls;
  }

  /** Where TLS begins with the first byte. */
  public String tls() {
    return "smtps://rua%40example.com@localhost:" + tls;
  }

  /** What has come for an address, in its order; so much of it is waited for. */
  public List<String> mails(String address, int expected) throws IOException, InterruptedException {
    List<String> mails = mails(address);
    for (int attempt = 0; mails.size() < expected; attempt++) {
      if (attempt == ATTEMPTS) {
        throw new AssertionError(mails.size() + " mails for " + address + ": " + said());
      }
      Thread.sleep(50);
      mails = mails(address);
    }
    return mails;
  }

  private List<String> mails(String address) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory.resolve("mail/new"))) {
      for (Path file : new TreeSet<>(files.toList())) {
        String mail = Files.readString(file, StandardCharsets.ISO_8859_1);
        if (mail.contains("Envelope-to: " + address + "\n")) {
          found.add(mail);
        }
      }
    }
    return found;
  }
}
