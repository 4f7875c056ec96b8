package dmarcreports.mailbox.pop3;

import dmarcreports.mailbox.Handling;
import dmarcreports.mailbox.Mailbox;
import dmarcreports.mailbox.Visit;
import dmarcreports.mailbox.server.Address;
import dmarcreports.mailbox.server.ServerAccess;
import java.util.List;
import java.util.Optional;

/** The mails of an account of a POP3 server. */
public final class Pop3Mailbox implements Mailbox {
  private final Address account;
  private final Optional<List<String>> wanted;
  private final Pop3Session session;

  private Pop3Mailbox(Address account, ServerAccess access, Optional<List<String>> wanted) {
    this.account = account;
    this.wanted = wanted;
    session = new Pop3Session(account, access);
  }

  /** The mails that were not read yet. */
  public static Pop3Mailbox of(Address account, ServerAccess access) {
    return new Pop3Mailbox(account, access, Optional.empty());
  }

  /** Some mails of one account, read or not. */
  public static Pop3Mailbox of(List<Pop3Place> places, ServerAccess access) {
    return new Pop3Mailbox(
        places.get(0).account(),
        access,
        Optional.of(places.stream().map(Pop3Place::name).toList()));
  }

  @Override
  public List<Visit> visits(Handling handling) {
    if (handling.after().moveTo().isPresent()) {
      handling.errors().accept(account + ": POP3 has no folders; use --after keep or delete");
      return List.of(Visit.failure());
    }
    return List.of(new Pop3Visit(session, account, handling, wanted));
  }

  @Override
  public void close() {
    session.close();
  }
}
