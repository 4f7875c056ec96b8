package dmarcreports.mailbox.pop3;

import dmarcreports.mailbox.NotFetched;
import dmarcreports.mailbox.server.Address;
import dmarcreports.mailbox.server.Pauses;
import dmarcreports.mailbox.server.Refused;
import dmarcreports.mailbox.server.ServerAccess;
import dmarcreports.mailbox.server.Unreachable;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.angus.mail.pop3.POP3Folder;
import org.eclipse.angus.mail.pop3.POP3Store;

/**
 * What is said to a server about one account: over one connection, and over another where that one
 * is lost. Mails go by what the server calls them (UIDL).
 */
final class Pop3Session implements AutoCloseable {
  /** The largest answer that is no mail and no list; and how much more a mail may have. */
  private static final long SLOP = 1 << 20;

  /** What an answer has for each mail that it tells of. */
  private static final long LINE_BYTES = 128;

  /** The largest mail of which is not said how large it is. */
  private static final long MOST_UNTOLD = 64L << 20;

  private final Pauses pauses;
  private final Meter meter;
  private final Pop3LogIn logIn;
  private final Pop3Failures failures;
  private final Map<String, Message> byName = new HashMap<>();
  private Optional<POP3Folder> inbox = Optional.empty();
  private boolean named;
  private int connections;
  private int listed;

  Pop3Session(Address address, ServerAccess access) {
    pauses = new Pauses(access.patience());
    meter = new Meter(access.silence());
    logIn = new Pop3LogIn(address, access, meter);
    failures = new Pop3Failures(address, meter);
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
        meter.allow(SLOP);
        T result = command.run(open());
        pauses.end();
        return result;
      } catch (NotFetched | Unreachable | Refused e) {
        throw e;
      } catch (MessagingException | IOException e) {
        again(e);
      } catch (UncheckedIOException e) {
        drop();
        throw e.getCause();
      } catch (RuntimeException e) {
        drop();
        throw new Unreachable("does not answer as a POP3 server does", e);
      }
    }
  }

  /** Waits before the next attempt. */
  private void again(Exception e) throws Unreachable {
    Optional<String> end = failures.end(e);
    String what = failures.inWords(e);
    drop();
    if (end.isPresent() || !pauses.passed()) {
      throw new Unreachable(end.orElse(what), e);
    }
  }

  private POP3Folder open() throws MessagingException, IOException {
    if (inbox.isEmpty()) {
      POP3Folder folder = logIn.inbox();
      inbox = Optional.of(folder);
      name(folder);
    }
    return inbox.get();
  }

  private void name(POP3Folder folder) throws MessagingException {
    byName.clear();
    allowLines(folder);
    connections++;
    Message[] messages = folder.getMessages();
    named = offersNames();
    if (named) {
      FetchProfile names = new FetchProfile();
      names.add(UIDFolder.FetchProfileItem.UID);
      folder.fetch(messages, names);
    }
    for (Message message : messages) {
      String name = named ? folder.getUID(message) : null;
      named &= name != null;
      byName.put(name, message);
    }
    if (!named) {
      byName.clear();
      for (Message message : messages) {
        byName.put(Integer.toString(message.getMessageNumber()), message);
      }
    }
  }

  private void allowLines(POP3Folder folder) throws MessagingException {
    meter.allow(SLOP + LINE_BYTES * folder.getMessageCount());
  }

  /** Whether the server may have names for mails. */
  private boolean offersNames() throws MessagingException {
    Map<String, String> capabilities = ((POP3Store) inbox.orElseThrow().getStore()).capabilities();
    return capabilities.isEmpty() || capabilities.containsKey("UIDL");
  }

  /** All mails that there are, in the order of their numbers. */
  List<Listed> list() throws IOException {
    return run(
        folder -> {
          allowLines(folder);
          listed = connections;
          int[] sizes = folder.getSizes();
          if (meter.isExceeded() || meter.isLost()) {
            throw new EOFException();
          }
          List<Map.Entry<String, Message>> all = new ArrayList<>(byName.entrySet());
          all.sort(Map.Entry.comparingByValue(Comparator.comparingInt(Message::getMessageNumber)));
          List<Listed> mails = new ArrayList<>();
          for (Map.Entry<String, Message> one : all) {
            int number = one.getValue().getMessageNumber();
            mails.add(new Listed(one.getKey(), number <= sizes.length ? sizes[number - 1] : -1));
          }
          return mails;
        });
  }

  /** Whether the server has names for mails. */
  boolean isNamed() throws IOException {
    return run(folder -> named);
  }

  /** The bytes of a mail, in a file meanwhile. */
  InputStream fetch(String name, long size) throws IOException {
    return run(
        folder -> {
          Message message = byName.get(name);
          if (message == null) {
            throw new NotFetched("is gone");
          }
          meter.allow(size > 0 ? 2 * size + SLOP : MOST_UNTOLD);
          return bytes(message, size);
        });
  }

  private InputStream bytes(Message message, long size) throws MessagingException, IOException {
    Fetched fetched = Fetched.empty();
    try {
      message.writeTo(fetched);
      return fetched.read();
    } catch (MessageRemovedException e) {
      fetched.close();
      throw new Refused("the server does not give it (RETR)", e);
    } catch (MessagingException | IOException | RuntimeException e) {
      fetched.close();
      if (meter.isExceeded()) {
        drop();
        throw new Refused(
            size > 0
                ? "the server said that it has " + size + " bytes, and sends many more"
                : "the server did not say how large it is, and sends more than "
                    + (MOST_UNTOLD >> 20)
                    + " MiB",
            e);
      }
      throw e;
    }
  }

  /** Deletes mails, all of them or none. */
  void delete(Set<String> names) throws IOException {
    run(
        folder -> {
          if (!named && listed != connections) {
            throw new Refused(
                "the connection was lost, and without UIDL nobody knows which they were", null);
          }
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
        meter.allow(meter.isExceeded() ? 0 : SLOP);
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
  }
}
