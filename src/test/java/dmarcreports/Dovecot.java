package dmarcreports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A Dovecot of the tests' own, on loopback, in a directory of its own, with a certificate of an
 * authority of its own. Each account is a Maildir that tests look into.
 */
public final class Dovecot {
  public static final String PASSWORD = "c0rrect+horse";

  /** So many names a file may have everywhere. */
  private static final int LINKS = 30_000;

  private static final AtomicInteger ACCOUNTS = new AtomicInteger();
  private static Dovecot shared;

  private final Path directory;
  private final Manner manner;
  private final int imap;
  private final int imaps;
  private final int pop3;
  private final int pop3s;

  private Dovecot(Path directory, Manner manner) throws IOException {
    this.directory = directory;
    this.manner = manner;
    imap = FreePort.next();
    imaps = FreePort.next();
    pop3 = FreePort.next();
    pop3s = FreePort.next();
  }

  /**
   * In what it is unlike the one that is shared.
   *
   * @param settings in the place of its own, or beside them
   * @param from the day that its certificate begins, counted from today
   * @param to the day that it ends
   */
  public record Manner(String settings, int from, int to) {
    static final Manner USUAL = new Manner("", -1, 9);

    public static Manner with(String settings) {
      return new Manner(settings, USUAL.from, USUAL.to);
    }
  }

  /** The one that all tests share; it ends with them. */
  public static synchronized Dovecot shared() {
    if (shared == null) {
      shared = of(Manner.USUAL);
    }
    return shared;
  }

  /** Another, which ends with the tests as well. */
  public static Dovecot of(Manner manner) {
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/sbin/dovecot")),
        "Dovecot is not installed: the tests about mail servers are passed over");
    try {
      Dovecot server = new Dovecot(Files.createTempDirectory("dovecot"), manner);
      server.start();
      return server;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void start() throws IOException, InterruptedException {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    DovecotFiles files = new DovecotFiles(directory);
    files.certificates(manner.from(), manner.to());
    files.keys();
    open(Files.createDirectories(directory.resolve("mail")));
    Path configuration = files.configuration(imap, imaps, pop3, pop3s);
    Files.writeString(configuration, manner.settings(), StandardOpenOption.APPEND);
    Process master =
        new ProcessBuilder("/usr/sbin/dovecot", "-F", "-c", configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("out").toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(master)));
    for (int attempt = 0; !answers(); attempt++) {
      if (attempt == 100 || !master.isAlive()) {
        throw new IllegalStateException(Files.readString(directory.resolve("log")));
      }
      Thread.sleep(100);
    }
  }

  private void end(Process master) {
    master.destroy();
    try {
      master.waitFor(10, TimeUnit.SECONDS);
      new DovecotFiles(directory).run("rm", "-rf", directory.toString());
    } catch (IOException | InterruptedException e) {
      // then its directory stays
    }
  }

  private boolean answers() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), imap)) {
      return socket.getInputStream().read() == '*';
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Where the tests are root, the server works for somebody else. */
  private static Path open(Path made) throws IOException {
    return Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwxrwxrwx"));
  }

  /** Of the certificate of whom to trust. */
  public Path authority() {
    return directory.resolve("ca.pem");
  }

  public int imap() {
    return imap;
  }

  public int imaps() {
    return imaps;
  }

  public int pop3() {
    return pop3;
  }

  public int pop3s() {
    return pop3s;
  }

  /** An access token of a user, good for some seconds. */
  public String token(String user, long seconds) {
    return DovecotFiles.token(user, seconds);
  }

  /** A new account. */
  public Account account() {
    return new Account("rua" + ACCOUNTS.incrementAndGet());
  }

  /** An account whose Maildir tests look into. */
  public final class Account {
    private final String user;
    private final Path mails;
    private int delivered;

    private Account(String user) {
      this.user = user;
      mails = directory.resolve("mail").resolve(user);
      folder("INBOX");
    }

    public String user() {
      return user;
    }

    /** The URL of a folder. */
    public String imaps(String folder) {
      return "imaps://" + user + "@localhost:" + imaps + "/" + folder;
    }

    /** The URL of the account, over POP3. */
    public String pop3s() {
      return "pop3s://" + user + "@localhost:" + pop3s;
    }

    private Path folder(String name) {
      Path folder = name.equals("INBOX") ? mails : mails.resolve("." + name.replace('/', '.'));
      try {
        for (String part : List.of("cur", "new", "tmp")) {
          if (!Files.exists(folder.resolve(part))) {
            open(Files.createDirectories(folder.resolve(part)));
            open(folder);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return folder;
    }

    /** Another mail arrives. */
    public void deliver(String folder, byte[] mail) throws IOException {
      String name = "1%09d.M%dP1.localhost".formatted(++delivered, delivered);
      Files.write(folder(folder).resolve("new").resolve(name), mail);
    }

    /** The same mail arrives any number of times, some time ago. */
    public void deliver(String folder, byte[] mail, int times) throws IOException {
      Path there = folder(folder).resolve("cur");
      Path file = there;
      for (int i = 0; i < times; i++) {
        String size = ",S=" + mail.length + ",W=" + mail.length + ":2,";
        Path next = there.resolve("1%09d.M%dP1.localhost".formatted(++delivered, delivered) + size);
        if (i % LINKS == 0) {
          Files.write(next, mail);
          file = next;
        } else {
          Files.createLink(next, file);
        }
      }
    }

    /**
     * What is in a folder: the bytes of each mail that is not deleted. The server may still be
     * putting mails from one directory into another for somebody who was killed: it is looked at
     * until nothing changes any more.
     */
    public List<String> mails(String folder) throws IOException {
      List<Path> before = List.of();
      for (int attempt = 0; attempt < 1_000; attempt++) {
        List<Path> files = files(folder);
        try {
          if (attempt > 0 && files.equals(before)) {
            List<String> all = new ArrayList<>();
            for (Path file : files) {
              all.add(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
            return all;
          }
          Thread.sleep(50);
        } catch (NoSuchFileException moved) {
          // looked at again
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
        before = files;
      }
      throw new IllegalStateException(folder + " changes and changes");
    }

    private List<Path> files(String folder) throws IOException {
      List<Path> all = new ArrayList<>();
      for (String part : List.of("cur", "new")) {
        try (Stream<Path> files = Files.list(folder(folder).resolve(part))) {
          files.sorted().forEach(all::add);
        }
      }
      return all;
    }

    /** The flags of all mails of a folder. */
    public String flags(String folder) throws IOException {
      StringBuilder flags = new StringBuilder();
      try (Stream<Path> files = Files.list(folder(folder).resolve("cur"))) {
        files
            .map(file -> file.getFileName().toString().replaceAll(".*:2,", ""))
            .forEach(flags::append);
      }
      return flags.toString();
    }

    /** Has all UIDs given anew. */
    public void forgetUids(String folder) throws IOException {
      try {
        Thread.sleep(1_100); // the UIDVALIDITY is the second that they were given in
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      try (Stream<Path> files = Files.list(folder(folder))) {
        for (Path file : files.toList()) {
          if (file.getFileName().toString().startsWith("dovecot")) {
            Files.delete(file);
          }
        }
      }
    }
  }
}
