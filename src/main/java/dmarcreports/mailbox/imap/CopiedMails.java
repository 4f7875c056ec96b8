package dmarcreports.mailbox.imap;

import dmarcreports.mailbox.server.Unreachable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.CopyUID;

/**
 * Mails that are copied to another folder and then deleted, on a server that cannot move them.
 * Where a connection is lost or a run ends meanwhile, nobody knows which are copied: they are
 * looked for there, before another copy is made.
 */
final class CopiedMails implements ImapSession.Command<Optional<CopyUID>> {
  private final List<Long> uids;
  private final From from;
  private final String to;
  private final Set<Long> perhapsThere;

  /** The folder that they lie in, as the server has it. */
  record From(String folder, long validity) {}

  /**
   * @param to the other folder, as the server has it
   * @param perhapsThere those that may be in it
   */
  CopiedMails(List<Long> uids, From from, String to, Set<Long> perhapsThere) {
    this.uids = uids;
    this.from = from;
    this.to = to;
    this.perhapsThere = new HashSet<>(perhapsThere);
  }

  @Override
  public Optional<CopyUID> run(ImapConnection server) throws ProtocolException, IOException {
    List<Long> left = new ArrayList<>(uids);
    if (!perhapsThere.isEmpty()) {
      left.removeAll(there(server));
    }
    perhapsThere.addAll(uids);
    Optional<CopyUID> copied = Optional.empty();
    for (UidSets.Named some : UidSets.of(left)) {
      copied = server.copy(some.set(), to);
    }
    for (UidSets.Named some : UidSets.of(uids)) {
      server.take(some.set());
    }
    return copied;
  }

  private Set<Long> there(ImapConnection server) throws ProtocolException, IOException {
    try {
      Map<Long, ImapConnection.Identity> mails =
          server.identities(UidSets.of(perhapsThere.stream().sorted().toList()).get(0).set());
      Set<Long> found = new HashSet<>();
      if (opened(server)) {
        for (Map.Entry<Long, ImapConnection.Identity> mail : mails.entrySet()) {
          if (isThere(server, mail.getValue())) {
            found.add(mail.getKey());
          }
        }
      }
      if (server.select(from.folder()).uidvalidity != from.validity()) {
        throw new Unreachable("the folder was made anew while it was read; run again");
      }
      return found;
    } catch (ProtocolException | IOException e) {
      // whatever is said next would be about the other folder
      server.disconnect();
      throw e;
    }
  }

  private boolean opened(ImapConnection server) throws ProtocolException {
    try {
      server.examine(to);
      return true;
    } catch (CommandFailedException missing) {
      return false;
    }
  }

  private static boolean isThere(ImapConnection server, ImapConnection.Identity mail)
      throws ProtocolException {
    if (mail.messageId().isEmpty()) {
      return false;
    }
    for (long uid : server.search(mail)) {
      if (server.identities(Long.toString(uid)).containsValue(mail)) {
        return true;
      }
    }
    return false;
  }
}
