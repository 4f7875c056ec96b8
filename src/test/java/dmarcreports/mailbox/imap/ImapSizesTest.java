package dmarcreports.mailbox.imap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dmarcreports.command.Program;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Servers that lie about sizes, and mails that change meanwhile. */
class ImapSizesTest extends ScriptedRuns {
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
