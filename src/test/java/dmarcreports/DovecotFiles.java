package dmarcreports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a {@link Dovecot} finds in its directory: its settings, a certificate, the key of tokens.
 */
final class DovecotFiles {
  private static final String CONFIGURATION =
      """
      base_dir = %1$s/base
      state_dir = %1$s/state
      log_path = %1$s/log
      protocols = imap pop3
      listen = 127.0.0.1
      ssl = yes
      ssl_cert = <%1$s/cert.pem
      ssl_key = <%1$s/key.pem
      disable_plaintext_auth = no
      auth_mechanisms = plain xoauth2 oauthbearer
      mail_location = maildir:%%h
      mail_max_userip_connections = 1000
      maildir_stat_dirs = no
      default_internal_user = %2$s
      default_login_user = %3$s
      default_internal_group = %4$s
      first_valid_uid = 0
      passdb {
        driver = static
        args = password=c0rrect+horse
        mechanisms = plain login
      }
      passdb {
        driver = oauth2
        mechanisms = xoauth2 oauthbearer
        args = %1$s/oauth2
      }
      userdb {
        driver = static
        args = uid=%5$s gid=%6$s home=%1$s/mail/%%u
      }
      namespace inbox {
        inbox = yes
        separator = /
      }
      service anvil {
        chroot =
      }
      service imap-login {
        chroot =
        inet_listener imap {
          port = %7$d
        }
        inet_listener imaps {
          port = %8$d
          ssl = yes
        }
      }
      service pop3-login {
        chroot =
        inet_listener pop3 {
          port = %9$d
        }
        inet_listener pop3s {
          port = %10$d
          ssl = yes
        }
      }
      """;

  private static final String OAUTH =
      """
      introspection_mode = local
      local_validation_key_dict = fs:posix:prefix=%s/keys/
      username_attribute = sub
      """;

  private static final String AUTHORITY =
      """
      [ca]
      default_ca = own
      [own]
      database = index
      rand_serial = yes
      new_certs_dir = .
      default_md = sha256
      policy = names
      [names]
      commonName = supplied
      """;

  private static final String KEY = "a key of the tests alone, no secret";

  private final Path directory;

  DovecotFiles(Path directory) {
    this.directory = directory;
  }

  /** The settings. */
  Path configuration(int imap, int imaps, int pop3, int pop3s)
      throws IOException, InterruptedException {
    boolean root = "root".equals(System.getProperty("user.name"));
    String user = root ? "dovecot" : System.getProperty("user.name");
    return Files.writeString(
        directory.resolve("dovecot.conf"),
        CONFIGURATION.formatted(
            directory,
            user,
            root ? "dovenull" : user,
            root ? "dovecot" : output("id", "-gn"),
            root ? output("id", "-u", "nobody") : output("id", "-u"),
            root ? output("id", "-g", "nobody") : output("id", "-g"),
            imap,
            imaps,
            pop3,
            pop3s));
  }

  /** Where it finds the key that tokens are signed with. */
  void keys() throws IOException {
    Path key = directory.resolve("keys/default/HS256/default");
    Files.createDirectories(key.getParent());
    Files.writeString(
        key, Base64.getEncoder().encodeToString(KEY.getBytes(StandardCharsets.UTF_8)));
    Files.writeString(directory.resolve("oauth2"), OAUTH.formatted(directory));
  }

  /**
   * One of an authority of its own.
   *
   * @param from the day that it begins, counted from today
   * @param to the day that it ends
   */
  void certificates(int from, int to) throws IOException, InterruptedException {
    openssl("req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 9 -subj /CN=Tests");
    openssl("req -newkey rsa:2048 -nodes -keyout key.pem -out request.pem -subj /CN=localhost");
    Files.writeString(directory.resolve("names"), "subjectAltName=DNS:localhost");
    Files.writeString(directory.resolve("ca.conf"), AUTHORITY);
    Files.writeString(directory.resolve("index"), "");
    openssl(
        "ca -batch -config ca.conf -cert ca.pem -keyfile ca.key -in request.pem -out cert.pem"
            + " -notext -extfile names -startdate "
            + moment(from)
            + " -enddate "
            + moment(to));
  }

  private static String moment(int days) {
    return DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'", Locale.ROOT)
        .format(LocalDateTime.now(ZoneOffset.UTC).plusDays(days));
  }

  private void openssl(String arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(arguments.split(" ")));
    run(command.toArray(String[]::new));
  }

  void run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", command));
    }
  }

  static String output(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said.strip();
  }

  /** An access token of a user, good for some seconds. */
  static String token(String user, long seconds) {
    long now = System.currentTimeMillis() / 1000;
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    String signed =
        encoder.encodeToString(
                "{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8))
            + "."
            + encoder.encodeToString(
                "{\"sub\":\"%s\",\"iat\":%d,\"exp\":%d}"
                    .formatted(user, now - 10, now + seconds)
                    .getBytes(StandardCharsets.UTF_8));
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return signed
          + "."
          + encoder.encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
