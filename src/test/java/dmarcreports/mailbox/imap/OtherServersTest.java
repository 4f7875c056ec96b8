package dmarcreports.mailbox.imap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.Dovecot;
import dmarcreports.command.Program;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real servers that are set up in another way, and tokens that run out. */
class OtherServersTest {
  private static final String SMALL_FOLDER =
      """
      mail_plugins = $mail_plugins quota
      namespace small {
        prefix = Small/
        separator = /
        location = maildir:%h/small
      }
      plugin {
        quota = count:Small:ns=Small/
        quota_vsizes = yes
        quota_rule = *:storage=10k
      }
      """;

  @TempDir Path folder;

  private Program filled(Dovecot.Account account) throws IOException {
    for (int i = 1; i <= 3; i++) {
      account.deliver("INBOX", RuaMails.report(i, i == 2 ? 200 : 1));
    }
    Program program = new Program(folder, "reports");
    program.environment.put("DMARC_REPORTS_MAIL_PASSWORD", Dovecot.PASSWORD);
    return program;
  }

  private static void isOneLine(String text, String... words) {
    for (String word : words) {
      assertTrue(text.contains(word), text);
    }
    assertEquals(1, text.lines().count(), text);
  }

  @ParameterizedTest
  @CsvSource({
    "-20,-10,its certificate has expired",
    "10,20,its certificate is not valid yet; is the clock right?"
  })
  void certificatesOfAnotherTimeAreRefused(int from, int to, String said) throws IOException {
    Dovecot server = Dovecot.of(new Dovecot.Manner("", from, to));
    Dovecot.Account account = server.account();
    Program program = filled(account);
    String imap =
        account
            .imaps("INBOX")
            .replace("imaps:", "imap:")
            .replace(":" + server.imaps(), ":" + server.imap());
    String pop3 = "pop3://" + account.user() + "@localhost:" + server.pop3();
    for (String url : List.of(account.imaps("INBOX"), imap, account.pop3s(), pop3)) {
      assertEquals(1, program.run("ingest", url, "--tls-ca", server.authority().toString()));
      isOneLine(program.err, url + ": " + said);
    }
  }

  @Test
  void oauthbearerIsSpoken() throws IOException {
    Dovecot server = Dovecot.of(Dovecot.Manner.with("auth_mechanisms = plain oauthbearer\n"));
    Dovecot.Account account = server.account();
    Program program = filled(account);
    for (int seconds : List.of(-60, 60)) {
      String command = "echo " + server.token(account.user(), seconds);
      List<String> ingest = new ArrayList<>(List.of("ingest", account.imaps("INBOX"), "-q"));
      ingest.addAll(List.of("--token-command", command));
      ingest.addAll(List.of("--tls-ca", server.authority().toString()));
      int code = program.run(ingest.toArray(String[]::new));
      if (seconds < 0) {
        assertEquals(1, code);
        isOneLine(program.err, "refuses the log-in of " + account.user());
      } else {
        assertEquals(0, code, program.err);
        assertEquals(202, program.printed("export", "--format", "jsonl").lines().count());
      }
    }
  }

  @Test
  void aFullQuotaIsToldAndTheMailsStay() throws IOException {
    Dovecot server = Dovecot.of(Dovecot.Manner.with(SMALL_FOLDER));
    Dovecot.Account account = server.account();
    Program program = filled(account);
    String[] ingest = {
      "ingest", account.imaps("INBOX"), "--after", "move:Small/Done", "--tls-ca", ""
    };
    ingest[ingest.length - 1] = server.authority().toString();
    assertEquals(1, program.run(ingest));
    assertTrue(program.out.contains("3 stored"), program.out);
    isOneLine(program.err, ": mails were read, and could not be moved: [", "; run again");
    assertEquals(3, account.mails("INBOX").size());
  }

  /** Ends each connection once its token has run out: after some answers. */
  private static final class ShortTokens extends FakeImap {
    final List<String> tokens = new ArrayList<>();
    private int answers;

    ShortTokens() throws IOException {
      capabilities = "IMAP4rev1 SASL-IR AUTH=XOAUTH2 UIDPLUS MOVE";
    }

    @Override
    String answer(String command, OutputStream out) throws IOException {
      if (command.startsWith("AUTHENTICATE XOAUTH2 ")) {
        tokens.add(command);
        answers = 0;
        return "OK welcome";
      }
      if (command.startsWith("UID FETCH") && ++answers > 3) {
        say(out, "* BYE the token has run out");
        return "";
      }
      return super.answer(command, out);
    }
  }

  @Test
  void aTokenThatRunsOutIsAskedForAgain() throws IOException {
    try (ShortTokens server = new ShortTokens()) {
      for (long uid = 1; uid <= 250; uid++) {
        server.mails.put(uid, RuaMails.report((int) uid, uid % 50 == 0 ? 3_000 : 1));
      }
      Program program = new Program(folder, "reports");
      Path asked = folder.resolve("asked");
      String command = "echo x >> '" + asked + "'; echo token-$(wc -l < '" + asked + "')";
      assertEquals(
          0, program.run("ingest", server.url(), "-q", "--token-command", command), program.err);
      assertEquals("", program.err);
      assertTrue(server.tokens.size() > 3, server.tokens.toString());
      assertEquals(server.tokens.size(), server.tokens.stream().distinct().count());
      assertEquals(server.tokens.size(), Files.readAllLines(asked).size());
      assertFalse(program.printed("export", "--format", "jsonl").isEmpty());
    }
  }
}
