package dmarcreports.mailbox.imap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.command.Program;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connections that are cut between the copy of a mail and its end. */
class CopiedMailsTest extends ScriptedRuns {
  private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID: (.*)$");

  /** Has two folders and no MOVE; ends some connections after it has done what it was told. */
  private static final class WithoutMove extends FakeImap {
    final SortedMap<Long, byte[]> done = new TreeMap<>();
    private final String cutAfter;
    private int cuts;
    private boolean examined;

    WithoutMove(String cutAfter, int cuts) throws IOException {
      this.cutAfter = cutAfter;
      this.cuts = cuts;
      capabilities = "IMAP4rev1 UIDPLUS";
      for (long uid = 1; uid <= 5; uid++) {
        mails.put(uid, RuaMails.report((int) uid));
      }
    }

    @Override
    String answer(String command, OutputStream out) throws IOException {
      String answer = done(command, out);
      if (command.startsWith(cutAfter) && cuts > 0) {
        cuts--;
        return "";
      }
      return answer;
    }

    private String done(String command, OutputStream out) throws IOException {
      if (command.startsWith("SELECT") || command.startsWith("EXAMINE")) {
        examined = command.endsWith(" Done");
      }
      if (command.startsWith("UID COPY")) {
        mails.forEach(
            (uid, mail) -> {
              if (names(command.split(" ")[2], uid)) {
                done.put(100L + done.size(), mail);
              }
            });
      } else if (command.startsWith("UID SEARCH HEADER")) {
        StringBuilder found = new StringBuilder("* SEARCH");
        done.forEach(
            (uid, mail) -> {
              if (command.contains(id(mail))) {
                found.append(' ').append(uid);
              }
            });
        say(out, found.toString());
      } else if (command.contains("HEADER.FIELDS")) {
        for (var mail : (examined ? done : mails).entrySet()) {
          if (names(command.split(" ")[2], mail.getKey())) {
            String header = "Message-ID: " + id(mail.getValue()) + "\r\n\r\n";
            say(
                out,
                "* 1 FETCH (UID "
                    + mail.getKey()
                    + " RFC822.SIZE "
                    + mail.getValue().length
                    + " BODY[HEADER.FIELDS (MESSAGE-ID)] {"
                    + header.length()
                    + "}\r\n"
                    + header
                    + ")");
          }
        }
      } else {
        assertTrue(!examined || !command.matches("UID (STORE|EXPUNGE).*"), command);
        return super.answer(command, out);
      }
      return "OK done";
    }

    private static String id(byte[] mail) {
      Matcher id = MESSAGE_ID.matcher(new String(mail, StandardCharsets.US_ASCII));
      assertTrue(id.find());
      return id.group(1).strip();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "UID COPY,1,60s",
    "UID STORE,1,60s",
    "UID STORE,3,60s",
    "UID EXPUNGE,1,60s",
    "UID COPY,1,0s",
    "UID STORE,1,0s",
    "UID EXPUNGE,1,0s"
  })
  void eachMailIsCopiedOnce(String cutAfter, int cuts, String patience) throws IOException {
    try (WithoutMove server = new WithoutMove(cutAfter, cuts)) {
      Program program = program();
      String[] ingest = {"ingest", server.url(), "-q", "--after", "move:Done", "--wait", patience};
      int code = program.run(ingest);
      assertEquals(patience.equals("0s") ? 1 : 0, code, program.err);
      assertEquals(0, program.run(ingest), program.err);
      assertEquals(0, server.mails.size());
      assertEquals(5, server.done.size(), server.commands.toString());
      assertEquals(
          5, new TreeSet<>(server.done.values().stream().map(WithoutMove::id).toList()).size());
    }
  }

  @Test
  void whatIsLikeAnotherByItsNameAloneIsCopied() throws IOException {
    try (WithoutMove server = new WithoutMove("UID STORE", 1)) {
      Program program = program();
      String[] ingest = {"ingest", server.url(), "-q", "--after", "move:Done", "--wait", "0s"};
      assertEquals(1, program.run(ingest));
      server.done.put(102L, RuaMails.report(3, 7));
      assertEquals(0, program.run(ingest), program.err);
      assertEquals(0, server.mails.size());
      assertEquals(6, server.done.size());
    }
  }

  @Test
  void mailsThatWereReadBeforeAreNotLookedFor() throws IOException {
    try (WithoutMove server = new WithoutMove("nothing", 0)) {
      Program program = program();
      assertEquals(0, program.run("ingest", server.url(), "-q"), program.err);
      assertEquals(
          0, program.run("ingest", server.url(), "-q", "--after", "move:Done"), program.err);
      assertEquals(5, server.done.size());
      assertEquals(
          List.of(), server.commands.stream().filter(one -> one.contains("HEADER")).toList());
    }
  }
}
