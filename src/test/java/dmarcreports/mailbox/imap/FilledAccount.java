package dmarcreports.mailbox.imap;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.Dovecot;
import dmarcreports.command.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * An account of a real server, read from the command line: three mails with a report each, an
 * ordinary one, and one with a report that is cut.
 */
public abstract class FilledAccount {
  @TempDir protected Path folder;
  protected Dovecot server;
  protected Dovecot.Account account;
  protected Program program;

  @BeforeEach
  void fill() throws IOException {
    server = Dovecot.shared();
    account = server.account();
    program = new Program(folder, "reports");
    program.environment.put("DMARC_REPORTS_MAIL_PASSWORD", Dovecot.PASSWORD);
    for (int i = 1; i <= 3; i++) {
      account.deliver("INBOX", RuaMails.report(i));
    }
    account.deliver("INBOX", RuaMails.ordinary(4));
    account.deliver("INBOX", RuaMails.broken(5));
  }

  /** Runs a command that trusts the server. */
  protected final int run(String command, String... more) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--tls-ca", server.authority().toString()));
    arguments.addAll(List.of(more));
    return program.run(arguments.toArray(String[]::new));
  }

  protected static void says(String text, String... words) {
    for (String word : words) {
      assertTrue(text.contains(word), text);
    }
  }
}
