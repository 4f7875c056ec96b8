package dmarcreports.mailbox.imap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.command.Program;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Runs against a {@link FakeImap}. */
abstract class ScriptedRuns {
  @TempDir Path folder;

  final Program program() {
    Program program = new Program(folder, "reports");
    program.environment.put("DMARC_REPORTS_MAIL_PASSWORD", "secret");
    return program;
  }

  static <T extends FakeImap> T filled(T server) {
    for (long uid = 1; uid <= 5; uid++) {
      server.mails.put(uid, RuaMails.report((int) uid));
    }
    return server;
  }

  static void says(String text, String... words) {
    for (String word : words) {
      assertTrue(text.contains(word), text);
    }
  }

  static void isOneLine(String text) {
    assertEquals(1, text.lines().count(), text);
  }
}
