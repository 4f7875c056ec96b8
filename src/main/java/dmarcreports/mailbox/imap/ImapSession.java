package dmarcreports.mailbox.imap;

import dmarcreports.mailbox.server.Address;
import dmarcreports.mailbox.server.Pauses;
import dmarcreports.mailbox.server.Refused;
import dmarcreports.mailbox.server.ServerAccess;
import dmarcreports.mailbox.server.Unreachable;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.angus.mail.iap.BadCommandException;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.protocol.MailboxInfo;

/**
 * What is said to a server about one account: over one connection, and over another where that one
 * is lost.
 */
final class ImapSession implements AutoCloseable {
  private final ImapLogin login;
  private final Pauses pauses;
  private Optional<ImapConnection> connection = Optional.empty();
  private Optional<Selected> selected = Optional.empty();
  private Optional<Unreachable> end = Optional.empty();

  ImapSession(Address address, ServerAccess access) {
    login = new ImapLogin(address, access);
    pauses = new Pauses(access.patience());
  }

  /** What is said, which can be said again. */
  interface Command<T> {
    T run(ImapConnection server) throws ProtocolException, IOException;
  }

  /** The folder that commands are about. */
  private record Selected(String folder, boolean changed, long validity) {}

  /**
   * Opens a folder.
   *
   * @param changed whether mails will leave it
   */
  synchronized MailboxInfo select(String folder, boolean changed) throws IOException {
    selected = Optional.empty();
    MailboxInfo info = run(server -> changed ? server.select(folder) : server.examine(folder));
    selected = Optional.of(new Selected(folder, changed, info.uidvalidity));
    return info;
  }

  /**
   * Says something, as often as it takes.
   *
   * @throws Refused where the server says no
   * @throws Unreachable where it cannot be asked any more
   */
  synchronized <T> T run(Command<T> command) throws IOException {
    while (true) {
      if (end.isPresent()) {
        throw end.get();
      }
      try {
        T result = command.run(connected());
        pauses.end();
        return result;
      } catch (CommandFailedException | BadCommandException e) {
        pauses.end();
        throw new Refused(ImapFailure.said(e), e);
      } catch (ImapConnection.TooMuch e) {
        drop();
        throw new Refused(e.getMessage(), e);
      } catch (RuntimeException e) {
        drop();
        throw new Refused("the server does not answer as an IMAP server does", e);
      } catch (Unreachable e) {
        drop();
        end = Optional.of(e);
      } catch (ProtocolException | IOException e) {
        drop();
        if (!pauses.passed()) {
          end = Optional.of(new Unreachable(ImapFailure.inWords(e), e));
        }
      }
    }
  }

  private ImapConnection connected() throws ProtocolException, IOException {
    if (connection.isEmpty()) {
      connection = Optional.of(login.connect());
      if (selected.isPresent()) {
        reselect(connection.get(), selected.get());
      }
    }
    return connection.get();
  }

  private static void reselect(ImapConnection server, Selected folder)
      throws ProtocolException, IOException {
    MailboxInfo info =
        folder.changed ? server.select(folder.folder) : server.examine(folder.folder);
    if (info.uidvalidity != folder.validity) {
      throw new Unreachable("the folder was made anew while it was read; run again");
    }
  }

  private void drop() {
    connection.ifPresent(ImapConnection::disconnect);
    connection = Optional.empty();
  }

  @Override
  public synchronized void close() {
    if (end.isEmpty() && connection.isPresent()) {
      try {
        connection.get().logout();
      } catch (ProtocolException gone) {
        // it is over anyway
      }
    }
    drop();
    end = Optional.of(new Unreachable("is closed"));
  }
}
