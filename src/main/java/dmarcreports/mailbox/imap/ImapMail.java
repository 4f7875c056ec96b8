package dmarcreports.mailbox.imap;

import dmarcreports.mail.Remote;
import java.io.IOException;
import java.io.InputStream;

/**
 * A mail of a folder.
 *
 * @param from the UID that follows on what is known: between it and this mail there is none
 */
record ImapMail(MailFetcher fetcher, long from, long uid, long size) implements Remote {
  @Override
  public InputStream open() throws IOException {
    return fetcher.open(uid, size);
  }
}
