package dmarcreports.mailbox.pop3;

import dmarcreports.mail.Remote;
import java.io.IOException;
import java.io.InputStream;

/**
 * A mail of an account.
 *
 * @param fetching what fetches it by its name
 */
record Pop3Mail(Fetching fetching, String name, long size) implements Remote {
  /** Fetches mails. */
  interface Fetching {
    InputStream fetch(Pop3Mail mail) throws IOException;
  }

  @Override
  public InputStream open() throws IOException {
    return fetching.fetch(this);
  }
}
