package dmarcreports.flow;

import dmarcreports.mailbox.FileMailbox;
import dmarcreports.mailbox.Mailbox;
import dmarcreports.mailbox.imap.ImapMailbox;
import dmarcreports.mailbox.pop3.Pop3Mailbox;
import dmarcreports.mailbox.s3.S3Mailbox;
import dmarcreports.mailbox.s3.S3Place;
import dmarcreports.mailbox.server.Address;
import dmarcreports.mailbox.server.ServerAccess;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** The mailboxes that a user names. */
public final class Mailboxes {
  private Mailboxes() {}

  /**
   * All of them, in their order; nothing is opened yet.
   *
   * @throws IllegalArgumentException for a URL that names none, saying so
   * @throws java.nio.file.NoSuchFileException if there is no such path
   */
  public static List<Mailbox> of(List<String> names, InputStream stdin, ServerAccess access)
      throws IOException {
    List<Mailbox> all = new ArrayList<>();
    List<String> paths = new ArrayList<>();
    for (String name : names) {
      if (!Address.isRemote(name)) {
        paths.add(name);
      } else {
        if (!paths.isEmpty()) {
          all.add(FileMailbox.of(paths, stdin));
          paths.clear();
        }
        all.add(
            S3Place.isOne(name)
                ? S3Mailbox.of(S3Place.parse(name), access)
                : remote(Address.parse(name), access));
      }
    }
    if (!paths.isEmpty()) {
      all.add(FileMailbox.of(paths, stdin));
    }
    return all;
  }

  private static Mailbox remote(Address address, ServerAccess access) {
    return address.scheme().startsWith("imap")
        ? ImapMailbox.of(address, access)
        : Pop3Mailbox.of(address, access);
  }

  /**
   * A line for each folder of an account.
   *
   * @throws IllegalArgumentException for what has no folders
   */
  public static List<String> folders(String name, ServerAccess access) throws IOException {
    if (!name.startsWith("imap")) {
      throw new IllegalArgumentException(name + ": only imap:// and imaps:// have folders");
    }
    try (ImapMailbox mailbox = ImapMailbox.of(Address.parse(name), access)) {
      return mailbox.folders();
    }
  }
}
