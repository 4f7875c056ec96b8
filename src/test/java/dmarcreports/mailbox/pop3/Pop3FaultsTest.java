package dmarcreports.mailbox.pop3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.command.Program;
import dmarcreports.mailbox.imap.RuaMails;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that fail, lie, or never end. */
class Pop3FaultsTest {
  private static final byte[] MEBIBYTE = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;

  private Program program() {
    Program program = new Program(folder, "reports");
    program.environment.put("DMARC_REPORTS_MAIL_PASSWORD", "secret");
    return program;
  }

  private static <T extends FakePop3> T filled(T server) {
    for (int i = 1; i <= 5; i++) {
      server.mails.put("name" + i, RuaMails.report(i));
    }
    return server;
  }

  private static void says(String text, String... words) {
    for (String word : words) {
      assertTrue(text.contains(word), text);
    }
  }

  private static void endless(OutputStream out) throws IOException {
    while (true) {
      out.write(MEBIBYTE);
    }
  }

  private static Set<String> temporary() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return Set.copyOf(files.map(Path::toString).filter(one -> one.endsWith(".mail")).toList());
    }
  }

  @Test
  void aMailThatNeverEndsIsOneLineAndTheRestIsRead() throws IOException {
    Set<String> before = temporary();
    try (FakePop3 server =
        filled(
            new FakePop3() {
              @Override
              void retrieve(String name, OutputStream out) throws IOException {
                if (name.equals("name3")) {
                  say(out, "+OK");
                  endless(out);
                }
                super.retrieve(name, out);
              }
            })) {
      Program program = program();
      assertEquals(0, program.run("ingest", server.url(), "--jobs", "1"), program.err);
      says(program.out, "5 inputs: 4 with reports, 0 not a report, 1 unreadable", "4 stored");
      says(program.err, ";UIDL=name3: unreadable: cannot be read: the server said that it has ");
      says(program.err, " bytes, and sends many more");
      assertEquals(2, program.err.lines().count(), program.err);
    }
    assertEquals(before, temporary());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "CAPA", "UIDL", "LIST", "STAT", "QUIT"})
  void anAnswerThatNeverEndsIsOneLine(String command) throws IOException {
    try (FakePop3 server =
        filled(
            new FakePop3() {
              @Override
              boolean answer(String given, OutputStream out) throws IOException {
                if (given.equals(command)) {
                  say(out, "+OK");
                  endless(out);
                }
                return super.answer(given, out);
              }
            })) {
      Program program = program();
      boolean harmless = command.isEmpty() || command.equals("QUIT");
      int code = program.run("ingest", server.url(), "-q", "--wait", "1s");
      assertEquals(harmless ? 0 : 1, code, program.err);
      if (!harmless) {
        String what =
            command.equals("STAT")
                ? ": does not answer as a POP3 server does\n"
                : ": sends more than was asked for\n";
        assertEquals(server.url() + what, program.err);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "10", "5000000", "junk"})
  void sizesAreNotBelieved(String said) throws IOException {
    try (FakePop3 server =
        new FakePop3() {
          @Override
          String size(String name) {
            return said;
          }
        }) {
      server.mails.put("a", RuaMails.report(1));
      server.mails.put("b", RuaMails.report(2, 1_500));
      Program program = program();
      assertEquals(0, program.run("ingest", server.url()), program.err);
      says(program.out, "2 stored");
    }
  }

  @Test
  void whatIsSaidToBeTooLargeIsNotFetched() throws IOException {
    try (FakePop3 server =
        filled(
            new FakePop3() {
              @Override
              String size(String name) {
                return name.equals("name2") ? "2147483647" : super.size(name);
              }
            })) {
      Program program = program();
      assertEquals(
          0, program.run("ingest", server.url(), "--max-document-size", "1MB"), program.err);
      says(program.out, "4 stored", "1 discarded");
      says(program.err, ";UIDL=name2: too_large: is said to have 2047 MiB, and is not fetched");
      assertFalse(server.commands.contains("RETR 2"));
    }
  }

  @Test
  void aMailThatTheServerDoesNotGiveIsOneLine() throws IOException {
    try (FakePop3 server =
        filled(
            new FakePop3() {
              @Override
              void retrieve(String name, OutputStream out) throws IOException {
                if (name.equals("name3")) {
                  say(out, "-ERR it is damaged");
                } else {
                  super.retrieve(name, out);
                }
              }
            })) {
      Program program = program();
      assertEquals(0, program.run("ingest", server.url(), "--after", "delete"), program.err);
      says(program.out, "4 stored", "1 unreadable");
      says(program.err, ";UIDL=name3: unreadable: cannot be read: the server does not give it");
      assertEquals(Set.of("name3"), server.mails.keySet());
    }
  }

  /** Ends the connection in the place of the first so many answers to a command. */
  private static final class GoesAway extends FakePop3 {
    private final String command;
    private int left;

    GoesAway(String command, int left) throws IOException {
      this.command = command;
      this.left = left;
    }

    @Override
    boolean answer(String given, OutputStream out) throws IOException {
      if (given.startsWith(command) && left > 0) {
        left--;
        return false;
      }
      return super.answer(given, out);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PASS", "STAT", "UIDL", "LIST", "RETR", "DELE"})
  void aServerThatGoesAwayIsTriedAgain(String command) throws IOException {
    try (FakePop3 server = filled(new GoesAway(command, 3))) {
      Program program = program();
      assertEquals(0, program.run("ingest", server.url(), "-q", "--after", "delete"), program.err);
      assertEquals("", program.err);
      assertEquals(0, server.mails.size());
      says(program.printed("export", "--format", "csv"), "mx.example.net,,5,");
    }
  }

  @Test
  void oneThatStaysAwayIsOneLineAndNothingIsForgotten() throws IOException {
    try (FakePop3 server = filled(new GoesAway("RETR", Integer.MAX_VALUE))) {
      Program program = program();
      assertEquals(1, program.run("ingest", server.url(), "-q", "--wait", "1s"));
      assertEquals(server.url() + ": the connection was lost\n", program.err);
      assertEquals("", program.printed("discards"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PASS", "STAT", "UIDL", "LIST", "RETR"})
  void oneThatSaysNothingIsOneLine(String from) throws IOException {
    try (FakePop3 server =
        filled(
            new FakePop3() {
              @Override
              boolean answer(String command, OutputStream out) throws IOException {
                return command.startsWith(from) || super.answer(command, out);
              }
            })) {
      Program program = program();
      assertEquals(
          1, program.run("ingest", server.url(), "-q", "--max-silence", "1s", "--wait", "0s"));
      assertEquals(server.url() + ": does not answer\n", program.err);
    }
  }

  @Test
  void whatIsInUseIsTriedAgainAndAWrongPasswordIsNot() throws IOException {
    for (String said : List.of("[IN-USE] another session", "[AUTH] wrong")) {
      int[] attempts = {0};
      try (FakePop3 server =
          filled(
              new FakePop3() {
                @Override
                boolean answer(String command, OutputStream out) throws IOException {
                  if (command.startsWith("PASS") && attempts[0]++ < 2) {
                    say(out, "-ERR " + said);
                    return true;
                  }
                  return super.answer(command, out);
                }
              })) {
        Program program = program();
        boolean passes = said.startsWith("[IN");
        assertEquals(passes ? 0 : 1, program.run("ingest", server.url(), "-q"), program.err);
        assertEquals(passes ? 3 : 1, attempts[0]);
        if (!passes) {
          says(program.err, "refuses the log-in of rua: ", said);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"USER", "UIDL\r\nUSER", ""})
  void withoutNamesEachMailIsStoredOnce(String capabilities) throws IOException {
    try (FakePop3 server =
        filled(
            new FakePop3() {
              @Override
              boolean answer(String command, OutputStream out) throws IOException {
                if (command.startsWith("UIDL")
                    || command.equals("CAPA") && capabilities.isEmpty()) {
                  say(out, "-ERR what?");
                  return true;
                }
                return super.answer(command, out);
              }
            })) {
      server.capabilities = capabilities;
      Program program = program();
      assertEquals(0, program.run("ingest", server.url()), program.err);
      says(program.err, "the server has no UIDL: each mail is fetched every time");
      server.mails.remove("name1");
      server.mails.put("name6", RuaMails.report(6));
      assertEquals(0, program.run("ingest", server.url(), "--after", "delete"), program.err);
      says(program.out, "5 inputs", "1 stored, 4 duplicates");
      assertEquals(Set.of(), server.mails.keySet());
    }
  }

  /** Another program takes a mail while the connection is gone: all numbers mean others then. */
  @Test
  void withoutNamesNothingIsDeletedOverAnotherConnection() throws IOException {
    try (FakePop3 server =
        filled(
            new FakePop3() {
              @Override
              boolean answer(String command, OutputStream out) throws IOException {
                if (command.equals("DELE 1") && mails.containsKey("name1")) {
                  mails.remove("name1");
                  mails.put("name6", RuaMails.report(6));
                  return false;
                }
                return super.answer(command, out);
              }
            })) {
      server.capabilities = "USER";
      Program program = program();
      assertEquals(1, program.run("ingest", server.url(), "-q", "--after", "delete"));
      says(program.err, "could not be deleted: the connection was lost, and without UIDL");
      assertEquals(Set.of("name2", "name3", "name4", "name5", "name6"), server.mails.keySet());
    }
  }
}
