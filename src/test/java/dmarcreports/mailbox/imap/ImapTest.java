package dmarcreports.mailbox.imap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Folders of a real server, read from the command line. */
class ImapTest extends FilledAccount {
  private String ingest(String... more) {
    List<String> arguments = new ArrayList<>(List.of(account.imaps("INBOX")));
    arguments.addAll(List.of(more));
    assertEquals(0, run("ingest", arguments.toArray(String[]::new)), program.err);
    return program.out;
  }

  private long reports() {
    return program.printed("export", "--format", "jsonl").lines().count();
  }

  @Test
  void eachMailIsReadOnceAndNotMarked() throws IOException {
    says(ingest(), "5 inputs: 3 with reports, 1 not a report, 0 unreadable, 1 wholly", "3 stored");
    assertEquals("", account.flags("INBOX"));
    says(ingest(), "0 inputs", "0 documents");
    account.deliver("INBOX", RuaMails.report(6));
    says(ingest(), "1 input: 1 with reports", "1 stored, 0 duplicates");
    assertEquals(4, reports());
    assertEquals(6, account.mails("INBOX").size());
    String discards = program.printed("discards");
    says(discards, "truncated imaps://" + account.user() + "@localhost:", "/INBOX;UIDVALIDITY=");
    says(discards, "/;UID=5");
  }

  @Test
  void newUidsAreReadAgainAndNothingIsStoredTwice() throws IOException {
    ingest();
    account.forgetUids("INBOX");
    says(ingest(), "5 inputs", "0 stored, 3 duplicates");
    says(ingest(), "0 inputs");
  }

  @Test
  void whatIsStoredIsMovedAndWhatIsDiscardedGoesToItsOwnFolder() throws IOException {
    ingest("--after", "move:Archive/Done", "--quarantine", "Quarantine");
    assertEquals(3, account.mails("Archive/Done").size());
    assertEquals(1, account.mails("Quarantine").size());
    assertEquals(1, account.mails("INBOX").size());
    says(program.printed("discards"), "/Quarantine;UIDVALIDITY=", "/;UID=1");
    says(ingest("--after", "move:Archive/Done", "--quarantine", "Quarantine"), "0 inputs");
  }

  @Test
  void whatWasReadBeforeLeavesOnceThatIsWanted() throws IOException {
    ingest();
    says(ingest("--after", "delete"), "3 inputs: 3 with reports", "0 stored, 3 duplicates");
    assertEquals(2, account.mails("INBOX").size());
    says(ingest("--after", "delete"), "0 inputs");
  }

  @Test
  void whatWasDiscardedIsFetchedAgainByRetry() throws IOException {
    ingest("--max-document-size", "300");
    says(program.printed("discards"), "too_large");
    assertEquals(0, run("discards", "--retry"), program.err);
    says(program.out, "4 inputs: 3 with reports", "3 stored");
    assertEquals(0, run("discards", "--retry", "--quarantine", "Bad"), program.err);
    says(program.printed("discards"), "truncated", "/Bad;UIDVALIDITY=");
    assertFalse(Files.exists(Path.of("Bad")), "a directory for a folder");
    assertEquals(0, run("discards", "--retry", "--quarantine", "Bad"), program.err);
    says(program.out, "1 input: 0 with reports");
    account.forgetUids("Bad");
    assertEquals(0, run("discards", "--retry"), program.err);
    says(program.err, "is gone; no longer listed");
    assertEquals("", program.printed("discards"));
  }

  @Test
  void foldersAreFoundWithAllBelow() throws IOException {
    account.deliver("Archive/2026", RuaMails.report(7));
    account.deliver("Archive/2026/&ZeVnLA-", RuaMails.report(8));
    account.deliver("Other", RuaMails.report(9));
    assertEquals(0, run("ingest", account.imaps("Archive/*")), program.err);
    says(program.out, "2 inputs", "2 stored");
    says(
        program.printed("export", "--format", "jsonl"),
        "/Archive/2026/\\u65E5\\u672C;UIDVALIDITY=");
    assertEquals(0, run("ingest", account.imaps("Archive%2F2026")), program.err);
    says(program.out, "0 inputs");
    assertEquals(0, run("ingest", account.imaps(""), "--list-folders"), program.err);
    says(program.out, "       5  " + account.imaps("INBOX") + "\n", "       1  ", "/Other\n");
    assertEquals(1, run("ingest", account.imaps("Nowhere")));
    says(program.err, account.imaps("Nowhere") + ": ", "--list-folders");
    assertEquals(1, program.err.lines().count());
  }

  @Test
  void nightlyDoesTheSame() {
    String out = folder.resolve("findings").toString();
    assertEquals(0, run("nightly", account.imaps("INBOX"), "--out", out), program.err);
    says(program.out, "3 reports");
    assertEquals(0, run("nightly", account.imaps("INBOX"), "--out", out), program.err);
    says(program.out, "nothing new");
  }

  @Test
  void whatOtherMailboxesGaveIsStored() throws IOException {
    Path file = Files.write(folder.resolve("mail.eml"), RuaMails.report(9));
    String nowhere = "imaps://rua@localhost:1/INBOX";
    assertEquals(
        1,
        run("ingest", nowhere, "--wait", "0s", file.toString(), account.imaps("INBOX")),
        program.err);
    says(program.err, nowhere + ": cannot be reached: connection refused\n");
    says(program.out, "6 inputs", "4 stored");
  }

  @Test
  void aLargeMailIsReadPieceByPiece() throws IOException {
    account.deliver("INBOX", RuaMails.report(10, 20_000));
    says(ingest(), "6 inputs", "20003 records");
  }
}
