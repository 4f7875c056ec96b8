package dmarcreports.mailbox.imap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dmarcreports.Dovecot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a real server is reached, and what is sent to it. */
class ImapLogInTest extends FilledAccount {
  @Test
  void certificatesAreChecked() {
    String url = account.imaps("INBOX");
    assertEquals(1, program.run("ingest", url));
    says(program.err, url + ": its certificate is not of an authority that is trusted; --tls-ca");
    assertEquals(1, program.err.lines().count());
    assertEquals(1, run("ingest", url.replace("localhost", "127.0.0.1")));
    says(program.err, ": its certificate is of another host");
  }

  @Test
  void startTlsIsUsedAndChecked() {
    String url =
        account
            .imaps("INBOX")
            .replace("imaps:", "imap:")
            .replace(":" + server.imaps(), ":" + server.imap());
    assertEquals(1, program.run("ingest", url));
    says(program.err, "its certificate is not of an authority");
    assertEquals(0, run("ingest", url), program.err);
    says(program.out, "3 stored");
    assertEquals("", program.err.replaceAll(".*truncated.*\n", ""));
  }

  @Test
  void aRefusedLogInIsOneLine() {
    program.environment.put("DMARC_REPORTS_MAIL_PASSWORD", "wrong");
    assertEquals(1, run("ingest", account.imaps("INBOX")));
    says(program.err, "refuses the log-in of " + account.user());
    assertFalse(program.err.contains("wrong"));
    assertEquals(1, program.err.lines().count());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--password-file", "--password-command", "--netrc"})
  void passwordsComeFromElsewhere(String option) throws IOException {
    program.environment.remove("DMARC_REPORTS_MAIL_PASSWORD");
    String url = account.imaps("INBOX");
    assertEquals(1, run("ingest", url));
    says(program.err, "no password; set DMARC_REPORTS_MAIL_PASSWORD");
    String text =
        option.equals("--netrc")
            ? "machine other login x password y\nmachine localhost\n login "
                + account.user()
                + "\n password c0rrect+horse\n"
            : Dovecot.PASSWORD + "\n";
    Path file = Files.writeString(folder.resolve("secret"), text, StandardCharsets.UTF_8);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    String value = option.equals("--password-command") ? "cat '" + file + "'" : file.toString();
    if (!option.equals("--password-command")) {
      assertEquals(1, run("ingest", url, option, value));
      says(program.err, "others may read it; chmod 600 it");
    }
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertEquals(0, run("ingest", url, option, value), program.err);
    says(program.out, "3 stored");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "imaps://rua:secret@localhost/INBOX",
        "imaps://localhost/INBOX",
        "imaps://rua@/INBOX",
        "imaps://rua@localhost:99999/INBOX",
        "imaps://rua@localhost/%zz",
        "pop3s://rua@localhost/INBOX",
        "s3://key:secret@bucket/prefix"
      })
  void isWrongUsage(String url) {
    assertEquals(2, program.run("ingest", url));
    assertFalse(program.err.contains("secret"), program.err);
  }

  /** The command counts how often it was asked. */
  private Path tokens(long seconds) throws IOException {
    Path asked = folder.resolve("asked");
    return Files.writeString(
        folder.resolve("token"),
        "echo once >> '" + asked + "'; echo " + server.token(account.user(), seconds) + "\n");
  }

  @Test
  void tokensAreTaken() throws IOException {
    String url = account.imaps("INBOX");
    assertEquals(0, run("ingest", url, "--token-command", "sh " + tokens(60)), program.err);
    says(program.out, "3 stored");
    assertEquals(1, Files.readAllLines(folder.resolve("asked")).size());
    assertEquals(1, run("ingest", url, "--token-command", "sh " + tokens(-60)));
    says(program.err, "refuses the log-in of " + account.user());
    assertEquals(2, Files.readAllLines(folder.resolve("asked")).size());
    assertEquals(1, run("ingest", url, "--token-command", "exit 3"));
    says(program.err, ": --token-command ended with 3: exit 3\n");
  }
}
