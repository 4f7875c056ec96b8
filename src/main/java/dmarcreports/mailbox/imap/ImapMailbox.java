package dmarcreports.mailbox.imap;

import dmarcreports.mailbox.Handling;
import dmarcreports.mailbox.Mailbox;
import dmarcreports.mailbox.Visit;
import dmarcreports.mailbox.server.Address;
import dmarcreports.mailbox.server.ServerAccess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder of an IMAP server, with all below it where that is asked for. */
public final class ImapMailbox implements Mailbox {
  private final Address address;
  private final Optional<List<MailPlace>> wanted;
  private final ImapSession session;

  private ImapMailbox(Address address, ServerAccess access, Optional<List<MailPlace>> wanted) {
    this.address = address;
    this.wanted = wanted;
    session = new ImapSession(address, access);
  }

  /** The mails that were not read yet. */
  public static ImapMailbox of(Address address, ServerAccess access) {
    return new ImapMailbox(address, access, Optional.empty());
  }

  /** Some mails of one folder, read or not. */
  public static ImapMailbox of(List<MailPlace> places, ServerAccess access) {
    return new ImapMailbox(places.get(0).folder(), access, Optional.of(List.copyOf(places)));
  }

  @Override
  public List<Visit> visits(Handling handling) {
    List<String> leftOut =
        Stream.concat(handling.after().moveTo().stream(), handling.quarantine().stream()).toList();
    try {
      List<Visit> visits = new ArrayList<>();
      for (ImapFolders.Found one : ImapFolders.of(session, address, leftOut)) {
        visits.add(new ImapFolder(session, one.address(), one.name(), handling, wanted));
      }
      return visits;
    } catch (IOException e) {
      handling.errors().accept(address + ": " + e.getMessage());
      return List.of(Visit.failure());
    }
  }

  /**
   * A line for each folder of the account: how many mails are in it, and what to call it.
   *
   * @throws IOException where it cannot be asked, saying so
   */
  public List<String> folders() throws IOException {
    try {
      return ImapFolders.told(session, address);
    } catch (IOException e) {
      throw new IOException(address + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    session.close();
  }
}
