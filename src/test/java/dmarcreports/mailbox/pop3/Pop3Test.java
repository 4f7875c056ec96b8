package dmarcreports.mailbox.pop3;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dmarcreports.mailbox.imap.FilledAccount;
import dmarcreports.mailbox.imap.RuaMails;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** An account of a real server, read over POP3 from the command line. */
class Pop3Test extends FilledAccount {
  @Test
  void eachMailIsReadOnce() throws IOException {
    assertEquals(0, run("ingest", account.pop3s()), program.err);
    says(program.out, "5 inputs: 3 with reports, 1 not a report, 0 unreadable, 1 wholly");
    assertEquals(0, run("ingest", account.pop3s()), program.err);
    says(program.out, "0 inputs");
    account.deliver("INBOX", RuaMails.report(6, 20_000));
    assertEquals(0, run("ingest", account.pop3s()), program.err);
    says(program.out, "1 input", "1 stored", "20000 records");
    assertEquals(6, account.mails("INBOX").size());
  }

  @Test
  void whatIsStoredIsDeletedAtTheEnd() throws IOException {
    assertEquals(0, run("ingest", account.pop3s()), program.err);
    assertEquals(0, run("ingest", account.pop3s(), "--after", "delete"), program.err);
    says(program.out, "3 inputs", "3 duplicates");
    assertEquals(2, account.mails("INBOX").size());
    assertEquals(0, run("ingest", account.pop3s(), "--after", "delete"), program.err);
    says(program.out, "0 inputs");
    assertEquals(1, run("ingest", account.pop3s(), "--after", "move:Done"));
    says(program.err, "POP3 has no folders");
  }

  @Test
  void whatWasDiscardedIsFetchedAgainByRetry() throws IOException {
    String bad = folder.resolve("bad").toString();
    assertEquals(
        0,
        run("ingest", account.pop3s(), "--max-document-size", "300", "--quarantine", bad),
        program.err);
    says(program.err, "what is discarded stays where it is");
    says(program.printed("discards"), "too_large pop3s://", ";UIDL=");
    assertEquals(0, run("discards", "--retry"), program.err);
    says(program.out, "4 inputs", "3 stored");
  }

  @Test
  void stlsIsUsedAndChecked() {
    String url = "pop3://" + account.user() + "@localhost:" + server.pop3();
    assertEquals(1, program.run("ingest", url));
    says(program.err, url + ": its certificate is not of an authority that is trusted");
    assertEquals(1, program.err.lines().count());
    assertEquals(0, run("ingest", url), program.err);
    says(program.out, "3 stored");
  }

  @Test
  void aRefusedLogInIsOneLine() {
    program.environment.put("DMARC_REPORTS_MAIL_PASSWORD", "wrong");
    assertEquals(1, run("ingest", account.pop3s()));
    says(program.err, account.pop3s() + ": refuses the log-in of " + account.user());
    assertEquals(1, program.err.lines().count());
  }

  @Test
  void tokensAreTaken() throws IOException {
    Path token = Files.writeString(folder.resolve("token"), server.token(account.user(), 60));
    assertEquals(0, run("ingest", account.pop3s(), "--token-command", "cat " + token), program.err);
    says(program.out, "3 stored");
  }
}
