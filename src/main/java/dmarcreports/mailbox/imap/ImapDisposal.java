package dmarcreports.mailbox.imap;

import dmarcreports.mail.Input;
import dmarcreports.mailbox.Disposal;
import dmarcreports.mailbox.Handling;
import dmarcreports.mailbox.Look;
import dmarcreports.mailbox.server.Address;
import dmarcreports.mailbox.server.Unreachable;
import dmarcreports.stored.Fate;
import dmarcreports.stored.ReadUids;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.angus.mail.imap.CopyUID;
import org.eclipse.angus.mail.imap.protocol.UIDSet;

/** What becomes of the mails of a folder: they are remembered, moved or deleted, by their UIDs. */
final class ImapDisposal implements Disposal {
  private static final int AT_ONCE = 1_000;

  private final ImapSession session;
  private final Address folder;
  private final String name;
  private final Handling handling;
  private final Consumer<Unreachable> lost;
  private final TreeSet<Long> leaving = new TreeSet<>();
  private final TreeSet<Long> quarantined = new TreeSet<>();
  private long validity;
  private boolean allowed;
  private boolean copies;
  private KnownUids known = new KnownUids(List.of());
  private boolean failed;

  /**
   * @param name of the folder, as the server has it
   * @param lost is told when the server cannot be asked any more
   */
  ImapDisposal(
      ImapSession session,
      Address folder,
      String name,
      Handling handling,
      Consumer<Unreachable> lost) {
    this.name = name;
    this.session = session;
    this.lost = lost;
    this.folder = folder;
    this.handling = handling;
  }

  /** The folder is open: looks whether its server can do what is wanted. */
  void open(long uidValidity) throws IOException {
    validity = uidValidity;
    boolean moves = handling.after().moveTo().isPresent() || handling.quarantine().isPresent();
    boolean deletes = handling.after().delete();
    allowed =
        session.run(server -> (!moves || server.canMove()) && (!deletes || server.canDelete()));
    copies = allowed && moves && !session.run(ImapConnection::movesAtOnce);
    if (!allowed) {
      failed = true;
      handling
          .errors()
          .accept(
              folder
                  + ": mails stay where they are: the server has no UIDPLUS, so that others would"
                  + " go with them");
    }
  }

  /** What earlier runs have read. */
  void know(KnownUids read) {
    known = read;
  }

  /** Where a mail lies. */
  MailPlace place(long uid) {
    return new MailPlace(folder, validity, uid);
  }

  boolean failed() {
    return failed;
  }

  @Override
  public Look look(Input input) throws IOException {
    return Look.at(input, false);
  }

  private static ImapMail mail(Input input) {
    return (ImapMail) input.remote().orElseThrow();
  }

  private void remember(ImapMail mail, Fate fate) {
    remember(new ReadUids(mail.from(), mail.uid(), fate));
  }

  private void remember(ReadUids uids) {
    handling.memory().read(folder.toString(), validity, uids);
  }

  /** There is no mail. */
  void nothingMore(KnownUids.Range rest) {
    remember(new ReadUids(rest.first(), rest.last(), Fate.NOTHING));
  }

  @Override
  public void stored(Input input, Look look) {
    remember(mail(input), Fate.REPORTS);
    if (handling.after().leaves() && allowed) {
      add(leaving, input);
    }
  }

  @Override
  public void nothing(Input input) {
    remember(mail(input), Fate.NOTHING);
  }

  @Override
  public void discarded(Input input, Look look) {
    remember(mail(input), Fate.DISCARDED);
    if (handling.quarantine().isPresent() && allowed) {
      add(quarantined, input);
    }
  }

  private void add(Set<Long> set, Input input) {
    set.add(mail(input).uid());
    if (leaving.size() + quarantined.size() >= AT_ONCE) {
      act();
    }
  }

  @Override
  public void keep(String input) {
    MailPlace.parse(input)
        .ifPresent(
            place -> {
              leaving.remove(place.uid());
              remember(new ReadUids(place.uid(), place.uid(), Fate.NOTHING));
            });
  }

  @Override
  public void act() {
    if (leaving.isEmpty() && quarantined.isEmpty()) {
      return;
    }
    noteCopies();
    handling.commit().run();
    try {
      if (handling.after().delete()) {
        for (UidSets.Named some : UidSets.of(List.copyOf(leaving))) {
          session.run(
              server -> {
                server.take(some.set());
                return true;
              });
        }
      } else if (handling.after().moveTo().isPresent()) {
        move(leaving, handling.after().moveTo().get(), false);
      }
      if (handling.quarantine().isPresent()) {
        move(quarantined, handling.quarantine().get(), true);
      }
    } catch (Unreachable e) {
      lost.accept(e);
    } catch (IOException e) {
      failed = true;
      allowed = false;
      handling
          .errors()
          .accept(
              folder
                  + ": mails were read, and could not be "
                  + (handling.after().delete() ? "deleted" : "moved")
                  + ": "
                  + e.getMessage()
                  + "; run again");
    }
    leaving.clear();
    quarantined.clear();
  }

  /** Should this run end between, the next one looks for copies before it makes them. */
  private void noteCopies() {
    if (copies) {
      Stream.of(handling.after().delete() ? Set.<Long>of() : leaving, quarantined)
          .flatMap(Set::stream)
          .forEach(uid -> remember(new ReadUids(uid, uid, Fate.LEAVING)));
    }
  }

  private ImapSession.Command<Optional<CopyUID>> moving(UidSets.Named some, String target) {
    if (!copies) {
      return server -> server.move(some.set(), target);
    }
    return new CopiedMails(
        some.uids(),
        new CopiedMails.From(name, validity),
        target,
        some.uids().stream()
            .filter(uid -> known.is(uid, Fate.LEAVING))
            .collect(Collectors.toSet()));
  }

  private void move(Set<Long> uids, String to, boolean listed) throws IOException {
    List<String> names = ImapFolders.names(to);
    if (uids.isEmpty() || names.equals(folder.folder())) {
      return;
    }
    String target = ImapFolders.onServer(session, names);
    for (UidSets.Named some : UidSets.of(List.copyOf(uids))) {
      Optional<CopyUID> moved = ImapFolders.made(session, target, moving(some, target));
      if (listed && moved.isPresent()) {
        follow(moved.get(), folder.with(names));
      }
    }
  }

  /** What was discarded lies elsewhere now. */
  private void follow(CopyUID moved, Address to) {
    long[] from = UIDSet.toArray(moved.src);
    long[] now = UIDSet.toArray(moved.dst);
    for (int i = 0; i < Math.min(from.length, now.length); i++) {
      handling
          .keptElsewhere()
          .accept(
              place(from[i]).toString(), new MailPlace(to, moved.uidvalidity, now[i]).toString());
    }
  }
}
