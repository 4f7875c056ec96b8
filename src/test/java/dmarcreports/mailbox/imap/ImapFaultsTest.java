package dmarcreports.mailbox.imap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.command.Program;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that fail, lie, or cannot do what is wanted. */
class ImapFaultsTest {
  @TempDir Path folder;

  private Program program() {
    Program program = new Program(folder, "reports");
    program.environment.put("DMARC_REPORTS_MAIL_PASSWORD", "secret");
    return program;
  }

  private static <T extends FakeImap> T filled(T server) {
    for (long uid = 1; uid <= 5; uid++) {
      server.mails.put(uid, RuaMails.report((int) uid));
    }
    return server;
  }

  private static void says(String text, String... words) {
    for (String word : words) {
      assertTrue(text.contains(word), text);
    }
  }

  private static void isOneLine(String text) {
    assertEquals(1, text.lines().count(), text);
  }

  @Test
  void aMailboxWithoutNewMailIsOneQuestion() throws IOException {
    Program program = program();
    try (FakeImap server = filled(new FakeImap())) {
      assertEquals(0, program.run("ingest", server.url(), "-q"), program.err);
      server.commands.clear();
      assertEquals(0, program.run("ingest", server.url()), program.err);
      says(program.out, "0 inputs");
      isOneLine(program.err);
      says(program.err, "the password is sent in clear text");
      List<String> after = server.commands.subList(1, server.commands.size());
      after.removeIf(command -> command.startsWith("CAPABILITY"));
      assertEquals(List.of("EXAMINE INBOX", "LOGOUT"), after);
    }
  }

  @Test
  void aRefusedLogInIsTriedOnce() throws IOException {
    int[] attempts = {0};
    try (FakeImap server =
        new FakeImap() {
          @Override
          String answer(String command, OutputStream out) throws IOException {
            if (command.startsWith("LOGIN")) {
              attempts[0]++;
              return "NO [AUTHENTICATIONFAILED] wrong";
            }
            return super.answer(command, out);
          }
        }) {
      Program program = program();
      assertEquals(1, program.run("ingest", server.url(), "-q"));
      assertEquals(1, attempts[0]);
      says(program.err, "refuses the log-in of rua: [AUTHENTICATIONFAILED] wrong");
      isOneLine(program.err);
    }
  }

  /** Says good-bye in the place of some answers. */
  private static final class GoodBye extends FakeImap {
    private int left;

    GoodBye(int left) throws IOException {
      this.left = left;
    }

    @Override
    String answer(String command, OutputStream out) throws IOException {
      if (command.startsWith("UID") && left > 0) {
        left--;
        say(out, "* BYE going down");
        return "";
      }
      return super.answer(command, out);
    }
  }

  @Test
  void aServerThatGoesAwayIsTriedAgain() throws IOException {
    try (FakeImap server = filled(new GoodBye(3))) {
      Program program = program();
      assertEquals(0, program.run("ingest", server.url(), "-q", "--after", "delete"), program.err);
      assertEquals("", program.err);
      assertEquals(0, server.mails.size());
      assertEquals(4, server.logins);
    }
  }

  @Test
  void oneThatStaysAwayIsOneLineAndNothingIsForgotten() throws IOException {
    try (FakeImap server = filled(new GoodBye(Integer.MAX_VALUE))) {
      Program program = program();
      assertEquals(1, program.run("ingest", server.url(), "-q", "--wait", "1s"));
      says(program.err, server.url() + ": ended the connection: going down");
      isOneLine(program.err);
      assertEquals("", program.printed("discards"));
    }
  }

  @Test
  void withoutUidplusNothingIsTakenAway() throws IOException {
    try (FakeImap server = filled(new FakeImap())) {
      server.capabilities = "IMAP4rev1";
      Program program = program();
      assertEquals(1, program.run("ingest", server.url(), "--after", "delete"));
      says(program.err, "mails stay where they are: the server has no UIDPLUS");
      says(program.out, "5 stored");
      assertEquals(5, server.mails.size());
      assertFalse(server.commands.stream().anyMatch(one -> one.contains("EXPUNGE")));
    }
  }

  @Test
  void withoutMoveACopyIsMadeAndTheseMailsAloneAreExpunged() throws IOException {
    try (FakeImap server = filled(new FakeImap())) {
      server.capabilities = "IMAP4rev1 UIDPLUS";
      Program program = program();
      assertEquals(0, program.run("ingest", server.url(), "--after", "move:Done"), program.err);
      List<String> last = new ArrayList<>(server.commands);
      last.removeIf(command -> !command.matches("UID (COPY|STORE|EXPUNGE).*"));
      assertEquals(
          List.of(
              "UID COPY 1:5 Done", "UID STORE 1:5 +FLAGS.SILENT (\\Deleted)", "UID EXPUNGE 1:5"),
          last);
    }
  }

  @Test
  void aFullQuotaIsToldAndTheMailsStay() throws IOException {
    try (FakeImap server =
        filled(
            new FakeImap() {
              @Override
              String answer(String command, OutputStream out) throws IOException {
                if (command.startsWith("LIST")) {
                  say(out, "* LIST () \"/\" Done");
                }
                return command.startsWith("UID MOVE")
                    ? "NO [OVERQUOTA] Quota exceeded"
                    : super.answer(command, out);
              }
            })) {
      Program program = program();
      assertEquals(1, program.run("ingest", server.url(), "-q", "--after", "move:Done"));
      says(program.err, "could not be moved: [OVERQUOTA] Quota exceeded; run again");
      isOneLine(program.err);
      assertEquals(5, server.mails.size());
    }
  }

  @Test
  void aHugeAnswerIsNotTaken() throws IOException {
    try (FakeImap server =
        filled(
            new FakeImap() {
              @Override
              void body(int number, long uid, int from, int length, OutputStream out)
                  throws IOException {
                if (uid == 3) {
                  say(out, "* " + number + " FETCH (UID 3 BODY[]<0> {1073741824}");
                  throw new IOException("that is all");
                }
                super.body(number, uid, from, length, out);
              }
            })) {
      Program program = program();
      assertEquals(0, program.run("ingest", server.url()), program.err);
      says(program.out, "5 inputs: 4 with reports, 0 not a report, 1 unreadable", "4 stored");
      says(program.err, "/;UID=3: unreadable: ", "the server sends more than");
      says(program.printed("discards"), "/;UID=3");
    }
  }

  @Test
  void sizesAreNotBelieved() throws IOException {
    for (long said : List.of(0L, 10L, 5_000_000L)) {
      try (FakeImap server =
          new FakeImap() {
            @Override
            long size(long uid) {
              return said;
            }
          }) {
        server.mails.put(1L, RuaMails.report(1));
        server.mails.put(2L, RuaMails.report(2, 1_500));
        Program program = new Program(folder, "reports" + said);
        program.environment.put("DMARC_REPORTS_MAIL_PASSWORD", "secret");
        assertEquals(0, program.run("ingest", server.url()), program.err);
        says(program.out, "2 stored");
      }
    }
  }

  @Test
  void whatIsSaidToBeTooLargeIsNotFetched() throws IOException {
    try (FakeImap server =
        filled(
            new FakeImap() {
              @Override
              long size(long uid) {
                return uid == 2 ? 3L << 30 : super.size(uid);
              }
            })) {
      Program program = program();
      assertEquals(0, program.run("ingest", server.url()), program.err);
      says(program.out, "4 stored", "1 discarded");
      says(program.err, "/;UID=2: too_large: is said to have 3072 MiB, and is not fetched");
    }
  }

  @Test
  void aMailThatGoesMeanwhileIsNoFault() throws IOException {
    try (FakeImap server =
        filled(
            new FakeImap() {
              @Override
              void body(int number, long uid, int from, int length, OutputStream out)
                  throws IOException {
                if (uid != 2) {
                  super.body(number, uid, from, length, out);
                }
              }
            })) {
      Program program = program();
      assertEquals(0, program.run("ingest", server.url()), program.err);
      says(program.out, "4 inputs", "4 stored");
      assertEquals("", program.printed("discards"));
    }
  }

  @Test
  void aPieceThatIsShortIsAskedForAgain() throws IOException {
    byte[] large = RuaMails.report(1, 3_000);
    List<Integer> asked = new ArrayList<>();
    try (FakeImap server =
        new FakeImap() {
          @Override
          void body(int number, long uid, int from, int length, OutputStream out)
              throws IOException {
            asked.add(from);
            super.body(number, uid, from, Math.min(length, 100_000), out);
          }
        }) {
      server.mails.put(1L, large);
      Program program = program();
      assertEquals(0, program.run("ingest", server.url()), program.err);
      says(program.out, "3000 records");
      assertEquals(asked.stream().distinct().toList(), asked);
    }
  }
}
