package dmarcreports.mailbox.pop3;

import dmarcreports.mail.Input;
import dmarcreports.mailbox.Disposal;
import dmarcreports.mailbox.Handling;
import dmarcreports.mailbox.Look;
import dmarcreports.mailbox.NotFetched;
import dmarcreports.mailbox.Visit;
import dmarcreports.mailbox.server.Address;
import dmarcreports.mailbox.server.Outage;
import dmarcreports.mailbox.server.Unreachable;
import dmarcreports.stored.Fate;
import dmarcreports.stored.MailboxMemory;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A way through an account: the mails that were not read yet, or those that were asked for. */
final class Pop3Visit implements Visit, Disposal {
  private static final int ASKED_AT_ONCE = 500;

  private final Pop3Session session;
  private final Address account;
  private final Handling handling;
  private final Optional<List<String>> wanted;
  private final Set<String> leaving = new LinkedHashSet<>();
  private Optional<List<Pop3Session.Listed>> there = Optional.empty();
  private List<Pop3Session.Listed> unread = List.of();
  private boolean named;
  private final Outage outage;
  private boolean undeleted;

  /**
   * @param wanted the mails that are read again; empty for all that were not read yet
   */
  Pop3Visit(
      Pop3Session session, Address account, Handling handling, Optional<List<String>> wanted) {
    this.session = session;
    this.account = account;
    this.handling = handling;
    this.wanted = wanted;
    outage = new Outage(account.toString(), handling.errors());
  }

  private InputStream open(Pop3Mail mail) throws IOException {
    try {
      return session.fetch(mail.name(), mail.size());
    } catch (Unreachable e) {
      outage.meet(e);
      throw new NotFetched(e.getMessage());
    }
  }

  @Override
  public Iterator<Input> iterator() {
    lookOnce();
    Iterator<Pop3Session.Listed> mails = unread.iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return !outage.isMet() && mails.hasNext();
      }

      @Override
      public Input next() {
        Pop3Session.Listed mail = mails.next();
        return Input.of(place(mail), new Pop3Mail(Pop3Visit.this::open, mail.name(), mail.size()));
      }
    };
  }

  private void lookOnce() {
    try {
      look();
    } catch (IOException e) {
      outage.meet(e);
    }
  }

  /** Looks what there is, the first time. */
  private void look() throws IOException {
    if (there.isPresent() || outage.isMet()) {
      return;
    }
    Unreachable.unlessHeld(handling.memory(), account.toString());
    there = Optional.of(session.list());
    named = session.isNamed();
    if (!named) {
      handling
          .notes()
          .accept(
              account
                  + ": the server has no UIDL: each mail is fetched every time, and stored once");
    }
    if (handling.quarantine().isPresent()) {
      handling
          .notes()
          .accept(account + ": POP3 has no folders: what is discarded stays where it is");
    }
    unread = wanted.isPresent() ? asked() : named ? unread() : there.get();
  }

  private String place(Pop3Session.Listed mail) {
    return new Pop3Place(account, mail.name()).toString();
  }

  private List<Pop3Session.Listed> unread() {
    List<Pop3Session.Listed> all = there.orElseThrow();
    List<Pop3Session.Listed> found = new ArrayList<>();
    for (int from = 0; from < all.size(); from += ASKED_AT_ONCE) {
      List<Pop3Session.Listed> some = all.subList(from, Math.min(all.size(), from + ASKED_AT_ONCE));
      Map<String, Fate> read = handling.memory().items(some.stream().map(this::place).toList());
      for (Pop3Session.Listed mail : some) {
        Fate fate = read.get(place(mail));
        if (fate == null || fate == Fate.REPORTS && handling.after().delete()) {
          found.add(mail);
        }
      }
    }
    return found;
  }

  private List<Pop3Session.Listed> asked() {
    Set<String> names = new LinkedHashSet<>(wanted.orElseThrow());
    List<Pop3Session.Listed> found =
        there.orElseThrow().stream().filter(mail -> names.contains(mail.name())).toList();
    found.forEach(mail -> names.remove(mail.name()));
    for (String name : names) {
      String place = new Pop3Place(account, name).toString();
      handling.gone().accept(place);
      handling.notes().accept(place + ": is gone; no longer listed");
    }
    return found;
  }

  @Override
  public OptionalLong count() {
    lookOnce();
    return OptionalLong.of(unread.size());
  }

  @Override
  public Disposal disposal() {
    return this;
  }

  @Override
  public boolean failed() {
    return outage.isMet() || undeleted;
  }

  @Override
  public Look look(Input input) throws IOException {
    return Look.at(input, false);
  }

  private String done(Input input, Fate fate) {
    String name = ((Pop3Mail) input.remote().orElseThrow()).name();
    if (named) {
      handling.memory().read(account.toString(), input.name(), fate);
    }
    return name;
  }

  @Override
  public void stored(Input input, Look look) {
    String name = done(input, Fate.REPORTS);
    if (handling.after().delete()) {
      leaving.add(name);
    }
  }

  @Override
  public void nothing(Input input) {
    done(input, Fate.NOTHING);
  }

  @Override
  public void discarded(Input input, Look look) {
    done(input, Fate.DISCARDED);
  }

  @Override
  public void keep(String input) {
    Pop3Place.parse(input)
        .ifPresent(
            place -> {
              leaving.remove(place.name());
              if (named) {
                handling.memory().read(account.toString(), input, Fate.NOTHING);
              }
            });
  }

  /** A server deletes at the end of a session alone. */
  @Override
  public void act() {}

  @Override
  public void end() {
    if (named && !outage.isMet() && wanted.isEmpty() && there.isPresent()) {
      MailboxMemory.Sightings sightings = handling.memory().sightings(account.toString());
      sightings.see(there.get().stream().map(this::place).toList());
      sightings.end();
    }
    handling.commit().run();
    if (leaving.isEmpty()) {
      return;
    }
    try {
      session.delete(leaving);
    } catch (IOException e) {
      undeleted = true;
      handling
          .errors()
          .accept(
              account
                  + ": mails were read, and could not be deleted: "
                  + e.getMessage()
                  + "; run again");
    }
  }
}
