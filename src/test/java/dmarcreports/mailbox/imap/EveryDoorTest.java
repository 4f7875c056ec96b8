package dmarcreports.mailbox.imap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dmarcreports.Dovecot;
import dmarcreports.S3Server;
import dmarcreports.command.Program;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same mails, whichever way they come in. */
class EveryDoorTest {
  private static final int MAILS = 200;

  @TempDir Path folder;

  private static byte[] mail(int number) {
    return switch (number % 20) {
      case 7 -> RuaMails.ordinary(number);
      case 13 -> RuaMails.broken(number);
      default -> RuaMails.report(number, 1 + number % 30);
    };
  }

  private Map<String, List<String>> doors() throws IOException {
    Dovecot server = Dovecot.shared();
    Dovecot.Account account = server.account();
    S3Server store = S3Server.shared();
    S3Server.Bucket bucket = store.bucket();
    Path directory = Files.createDirectories(folder.resolve("directory"));
    Path maildir = folder.resolve("maildir");
    for (String part : List.of("cur", "new", "tmp")) {
      Files.createDirectories(maildir.resolve(part));
    }
    ByteArrayOutputStream mbox = new ByteArrayOutputStream();
    for (int i = 1; i <= MAILS; i++) {
      String name = "%05d".formatted(i);
      Files.write(directory.resolve(name + ".eml"), mail(i));
      Files.write(maildir.resolve("cur").resolve(name + ":2,"), mail(i));
      mbox.writeBytes("From a@b Mon Nov 23 10:00:00 2026\n".getBytes(StandardCharsets.US_ASCII));
      mbox.writeBytes(mail(i));
      mbox.writeBytes("\n".getBytes(StandardCharsets.US_ASCII));
      account.deliver("INBOX", mail(i));
      bucket.put("rua/" + name, mail(i));
    }
    Path file = Files.write(folder.resolve("mbox"), mbox.toByteArray());
    String authority = server.authority().toString();
    Map<String, List<String>> doors = new LinkedHashMap<>();
    doors.put("directory", List.of(directory.toString()));
    doors.put("maildir", List.of(maildir.toString()));
    doors.put("mbox", List.of(file.toString()));
    doors.put("imap", List.of(account.imaps("INBOX"), "--tls-ca", authority));
    doors.put("imap-4", List.of(account.imaps("INBOX"), "--tls-ca", authority, "--jobs", "4"));
    doors.put("pop3", List.of(account.pop3s(), "--tls-ca", authority));
    List<String> s3 =
        List.of(
            bucket.url("rua/"),
            "--s3-endpoint",
            store.endpoint(),
            "--tls-ca",
            store.authority().toString());
    doors.put("s3", s3);
    doors.put("s3-4", Stream.concat(s3.stream(), Stream.of("--jobs", "4")).toList());
    return doors;
  }

  private Map<String, String> findings(String door, List<String> arguments) throws IOException {
    Program program = new Program(folder, door + "-reports");
    program.environment.put("DMARC_REPORTS_MAIL_PASSWORD", Dovecot.PASSWORD);
    List<String> ingest = new ArrayList<>(List.of("ingest", "-q"));
    ingest.addAll(arguments);
    assertEquals(0, program.run(ingest.toArray(String[]::new)), program.err);
    Map<String, String> findings = new LinkedHashMap<>();
    for (String format : List.of("text", "details", "json")) {
      findings.put(format, program.printed("analyze", "--format", format));
    }
    Path csv = folder.resolve(door + ".csv");
    program.printed("analyze", "--format", "csv", "--out", csv.toString());
    try (Stream<Path> files = Files.list(csv)) {
      for (Path file : files.sorted().toList()) {
        findings.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return findings;
  }

  @BeforeEach
  void logIn() {
    S3Server.logIn();
  }

  @AfterEach
  void logOut() {
    S3Server.logOut();
  }

  @Test
  void theFindingsAreTheSame() throws IOException {
    Map<String, String> expected = Map.of();
    for (Map.Entry<String, List<String>> door : doors().entrySet()) {
      Map<String, String> found = findings(door.getKey(), door.getValue());
      if (expected.isEmpty()) {
        expected = found;
        assertEquals(9, found.size());
      }
      assertEquals(expected, found, door.getKey());
    }
  }
}
