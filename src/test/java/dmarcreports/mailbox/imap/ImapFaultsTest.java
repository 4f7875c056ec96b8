package dmarcreports.mailbox.imap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dmarcreports.command.Program;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that fail, or cannot do what is wanted. */
class ImapFaultsTest extends ScriptedRuns {
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

  @ParameterizedTest
  @ValueSource(strings = {"LOGIN", "EXAMINE", "UID SEARCH", "UID FETCH"})
  void oneThatSaysNothingIsOneLine(String from) throws IOException {
    try (FakeImap server =
        filled(
            new FakeImap() {
              @Override
              String answer(String command, OutputStream out) throws IOException {
                return command.startsWith(from) ? SILENCE : super.answer(command, out);
              }
            })) {
      Program program = program();
      assertEquals(
          1, program.run("ingest", server.url(), "-q", "--max-silence", "1s", "--wait", "0s"));
      assertEquals(server.url() + ": does not answer\n", program.err);
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
}
