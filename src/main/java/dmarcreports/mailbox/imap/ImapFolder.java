package dmarcreports.mailbox.imap;

import dmarcreports.mail.Input;
import dmarcreports.mailbox.Disposal;
import dmarcreports.mailbox.Handling;
import dmarcreports.mailbox.Visit;
import dmarcreports.mailbox.server.Address;
import dmarcreports.mailbox.server.Outage;
import dmarcreports.mailbox.server.Refused;
import dmarcreports.mailbox.server.Unreachable;
import dmarcreports.stored.Fate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import org.eclipse.angus.mail.imap.protocol.MailboxInfo;

/** A way through one folder: the mails that were not read yet, or those that were asked for. */
final class ImapFolder implements Visit {
  private static final int LISTED_AT_ONCE = 500;

  private final ImapSession session;
  private final Address address;
  private final String name;
  private final Handling handling;
  private final Optional<List<MailPlace>> wanted;
  private final MailFetcher fetcher;
  private final ImapDisposal disposal;
  private Optional<UnreadMails> unread = Optional.empty();
  private final Outage outage;

  /**
   * @param address of the folder
   * @param name as the server has it
   * @param wanted the mails that are read again; empty for all that were not read yet
   */
  ImapFolder(
      ImapSession session,
      Address address,
      String name,
      Handling handling,
      Optional<List<MailPlace>> wanted) {
    this.session = session;
    this.address = address;
    this.name = name;
    this.handling = handling;
    this.wanted = wanted;
    outage = new Outage(address.toString(), handling.errors());
    fetcher = new MailFetcher(session, outage::meet);
    disposal = new ImapDisposal(session, address, name, handling, outage::meet);
  }

  @Override
  public Disposal disposal() {
    return disposal;
  }

  @Override
  public boolean failed() {
    return outage.isMet() || disposal.failed();
  }

  @Override
  public Iterator<Input> iterator() {
    return looked().<Iterator<Input>>map(Walk::new).orElse(List.<Input>of().iterator());
  }

  /** What there is; empty where that cannot be had. */
  private Optional<UnreadMails> looked() {
    if (outage.isMet()) {
      return Optional.empty();
    }
    try {
      return Optional.of(unread());
    } catch (IOException e) {
      outage.meet(e);
      return Optional.empty();
    }
  }

  @Override
  public OptionalLong count() {
    return OptionalLong.of(looked().map(UnreadMails::count).orElse(0));
  }

  /** All of it was read: where there was no mail, there will be none. */
  @Override
  public void end() {
    if (!outage.isMet() && unread.isPresent() && !unread.get().empty().isEmpty()) {
      unread.get().empty().forEach(disposal::nothingMore);
      handling.commit().run();
    }
  }

  /** Looks what there is, the first time. */
  private UnreadMails unread() throws IOException {
    if (unread.isEmpty()) {
      Unreachable.unlessHeld(handling.memory(), address.toString());
      boolean leaving = handling.after().leaves() || handling.quarantine().isPresent();
      MailboxInfo info = selected(leaving);
      disposal.open(info.uidvalidity);
      unread = Optional.of(wanted.isPresent() ? asked(info) : unread(info));
    }
    return unread.get();
  }

  private MailboxInfo selected(boolean leaving) throws IOException {
    try {
      return session.select(name, leaving);
    } catch (Refused e) {
      throw new Refused(e.getMessage() + "; --list-folders shows what is there", e);
    }
  }

  private UnreadMails unread(MailboxInfo info) throws IOException {
    Set<Fate> done = EnumSet.allOf(Fate.class);
    if (handling.after().leaves()) {
      done.remove(Fate.REPORTS);
    }
    if (handling.quarantine().isPresent()) {
      done.remove(Fate.DISCARDED);
    }
    if (done.size() < Fate.values().length) {
      done.remove(Fate.LEAVING);
    }
    KnownUids known = new KnownUids(handling.memory().uids(address.toString(), info.uidvalidity));
    disposal.know(known);
    long last = info.uidnext > 0 ? info.uidnext - 1 : 0xffff_ffffL;
    return UnreadMails.of(
        known.missing(last, done), info.total, set -> session.run(server -> server.search(set)));
  }

  private UnreadMails asked(MailboxInfo info) throws IOException {
    List<Long> uids = new ArrayList<>();
    List<MailPlace> gone = new ArrayList<>();
    for (MailPlace place : wanted.orElseThrow()) {
      if (place.validity() == info.uidvalidity) {
        uids.add(place.uid());
      } else {
        gone.add(place);
      }
    }
    uids.sort(null);
    LongStream.Builder found = LongStream.builder();
    for (UidSets.Named some : UidSets.of(uids)) {
      LongStream.of(session.run(server -> server.search(some.set()))).forEach(found::add);
    }
    long[] there = found.build().toArray();
    for (MailPlace place : wanted.orElseThrow()) {
      if (LongStream.of(there).noneMatch(uid -> uid == place.uid())) {
        gone.add(place);
      }
    }
    for (MailPlace place : gone) {
      handling.gone().accept(place.toString());
      handling.notes().accept(place + ": is gone; no longer listed");
    }
    return UnreadMails.exactly(there);
  }

  /** Lists some mails at a time. */
  private final class Walk implements Iterator<Input> {
    private final UnreadMails mails;
    private final List<Input> listed = new ArrayList<>();
    private int at;
    private int next;

    Walk(UnreadMails mails) {
      this.mails = mails;
    }

    @Override
    public boolean hasNext() {
      while (at == listed.size() && next < mails.count() && !outage.isMet()) {
        listed.clear();
        at = 0;
        try {
          list();
        } catch (IOException e) {
          outage.meet(e);
        }
      }
      return at < listed.size() && !outage.isMet();
    }

    private void list() throws IOException {
      List<Long> uids = mails.some(next, LISTED_AT_ONCE);
      List<ImapConnection.Listed> found = new ArrayList<>();
      for (UidSets.Named some : UidSets.of(uids)) {
        found.addAll(session.run(server -> server.list(some.set())));
      }
      next += uids.size();
      fetcher.expect(found);
      for (ImapConnection.Listed mail : found) {
        String place = disposal.place(mail.uid()).toString();
        listed.add(
            Input.of(
                place, new ImapMail(fetcher, mails.from(mail.uid()), mail.uid(), mail.size())));
      }
    }

    @Override
    public Input next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return listed.get(at++);
    }
  }
}
