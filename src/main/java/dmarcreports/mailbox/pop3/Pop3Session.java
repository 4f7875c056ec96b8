package dmarcreports.mailbox.pop3;

import dmarcreports.mailbox.NotFetched;
import dmarcreports.mailbox.server.Address;
import dmarcreports.mailbox.server.Failures;
import dmarcreports.mailbox.server.Pauses;
import dmarcreports.mailbox.server.ServerAccess;
import dmarcreports.mailbox.server.Unreachable;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.eclipse.angus.mail.pop3.POP3Folder;
import org.eclipse.angus.mail.pop3.POP3Message;
import org.eclipse.angus.mail.pop3.POP3SSLStore;
import org.eclipse.angus.mail.pop3.POP3Store;

/**
 * What is said to a server about one account: over one connection, and over another where that one
 * is lost. Mails go by what the server calls them (UIDL).
 */
final class Pop3Session implements AutoCloseable {
  private final Address address;
  private final ServerAccess access;
  private final Pauses pauses;
  private final Map<String, Message> byName = new HashMap<>();
  private Optional<POP3Folder> inbox = Optional.empty();
  private Optional<Path> fetched = Optional.empty();
  private boolean warned;

  Pop3Session(Address address, ServerAccess access) {
    this.address = address;
    this.access = access;
    pauses = new Pauses(access.patience());
  }

  /**
   * A mail that there is.
   *
   * @param name what the server calls it; its number where it has no names
   */
  record Listed(String name, long size) {}

  /** What is said, which can be said again. */
  private interface Command<T> {
    T run(POP3Folder folder) throws MessagingException, IOException;
  }

  /** Says something, as often as it takes. */
  private synchronized <T> T run(Command<T> command) throws IOException {
    while (true) {
      try {
        T result = command.run(open());
        pauses.end();
        return result;
      } catch (MessagingException e) {
        drop();
        Optional<String> end = end(e);
        if (end.isPresent()) {
          throw new Unreachable(end.get(), e);
        }
        if (!pauses.passed()) {
          throw new Unreachable(Failures.inWords(e), e);
        }
      }
    }
  }

  /** Why another attempt would end the same; empty where it may not. */
  private Optional<String> end(MessagingException e) {
    String said = String.valueOf(e.getMessage());
    if (said.contains("STLS required")) {
      return Optional.of(
          "does not offer STLS, so that the password would be sent in clear text; use pop3s://,"
              + " or --insecure-clear-text where you must");
    }
    return e instanceof AuthenticationFailedException
        ? Optional.of("refuses the log-in of " + address.user() + ": " + said)
        : Failures.certificate(e);
  }

  private POP3Folder open() throws MessagingException, IOException {
    if (inbox.isEmpty()) {
      Optional<String> password = ServerAccess.secret(() -> access.secrets().password(address));
      Session session = Session.getInstance(properties(password.isEmpty()));
      String host = address.host().replaceAll("[\\[\\]]", "");
      POP3Store store =
          address.secure() ? new POP3SSLStore(session, null) : new POP3Store(session, null);
      store.connect(
          host,
          address.port(),
          address.user(),
          password.isPresent()
              ? password.get()
              : ServerAccess.secret(() -> access.secrets().token(address)));
      if (!store.isSSL() && !warned) {
        warned = true;
        access.notes().accept(address.account() + ": the password is sent in clear text");
      }
      POP3Folder folder = (POP3Folder) store.getFolder("INBOX");
      folder.open(Folder.READ_WRITE);
      inbox = Optional.of(folder);
      name(folder);
    }
    return inbox.get();
  }

  private Properties properties(boolean withToken) throws IOException {
    if (fetched.isEmpty()) {
      fetched = Optional.of(Files.createTempDirectory("dmarc-reports"));
    }
    Properties properties = access.properties(address);
    String prefix = "mail." + address.scheme() + ".";
    properties.setProperty(prefix + "filecache.enable", "true");
    properties.setProperty(prefix + "filecache.dir", fetched.get().toString());
    if (!address.secure()) {
      properties.setProperty(prefix + "starttls.enable", "true");
      properties.setProperty(
          prefix + "starttls.required", Boolean.toString(!access.allowsClearText(address)));
    }
    if (withToken) {
      properties.setProperty(prefix + "auth.mechanisms", "XOAUTH2");
    }
    return properties;
  }

  private void name(POP3Folder folder) throws MessagingException {
    byName.clear();
    FetchProfile names = new FetchProfile();
    names.add(UIDFolder.FetchProfileItem.UID);
    Message[] messages = folder.getMessages();
    if (hasNames()) {
      folder.fetch(messages, names);
    }
    for (Message message : messages) {
      String name = hasNames() ? folder.getUID(message) : null;
      byName.put(name == null ? "" + message.getMessageNumber() : name, message);
    }
  }

  /** Whether the server has names for mails. */
  boolean hasNames() throws MessagingException {
    Map<String, String> capabilities = ((POP3Store) inbox.orElseThrow().getStore()).capabilities();
    return capabilities.isEmpty() || capabilities.containsKey("UIDL");
  }

  /** All mails that there are, in the order of their numbers. */
  List<Listed> list() throws IOException {
    return run(
        folder -> {
          int[] sizes = folder.getSizes();
          List<Map.Entry<String, Message>> all = new ArrayList<>(byName.entrySet());
          all.sort(Map.Entry.comparingByValue(Comparator.comparingInt(Message::getMessageNumber)));
          List<Listed> listed = new ArrayList<>();
          for (Map.Entry<String, Message> one : all) {
            int number = one.getValue().getMessageNumber();
            listed.add(new Listed(one.getKey(), number <= sizes.length ? sizes[number - 1] : -1));
          }
          return listed;
        });
  }

  /** Whether the server has names for mails. */
  boolean isNamed() throws IOException {
    return run(folder -> hasNames());
  }

  /** The bytes of a mail, in a file meanwhile. */
  InputStream fetch(String name) throws IOException {
    return run(
        folder -> {
          Message message = byName.get(name);
          if (message == null) {
            throw new NotFetched("is gone");
          }
          return ((POP3Message) message).getMimeStream();
        });
  }

  /** What was fetched of a mail is not needed any more. */
  void forget(String name) {
    if (byName.get(name) instanceof POP3Message message) {
      message.invalidate(true);
    }
  }

  /** Deletes mails, all of them or none. */
  void delete(Set<String> names) throws IOException {
    run(
        folder -> {
          for (String name : names) {
            Message message = byName.get(name);
            if (message != null) {
              message.setFlag(Flags.Flag.DELETED, true);
            }
          }
          folder.close(true);
          folder.getStore().close();
          inbox = Optional.empty();
          return names;
        });
  }

  private void drop() {
    if (inbox.isPresent()) {
      try {
        inbox.get().close(false);
        inbox.get().getStore().close();
      } catch (MessagingException | IllegalStateException gone) {
        // as it should be
      }
      inbox = Optional.empty();
    }
  }

  @Override
  public synchronized void close() {
    drop();
    fetched.ifPresent(
        directory -> {
          directory.toFile().deleteOnExit();
          if (!directory.toFile().delete()) {
            access.notes().accept(directory + ": could not be removed");
          }
        });
    fetched = Optional.empty();
  }
}
