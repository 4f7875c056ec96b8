package dmarcreports.mailbox.imap;

import dmarcreports.mailbox.server.Address;
import dmarcreports.mailbox.server.Refused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.imap.protocol.ListInfo;
import org.eclipse.angus.mail.imap.protocol.Status;

/** The folders of an account, and their names. */
final class ImapFolders {
  private static final String INBOX = "INBOX";

  private ImapFolders() {}

  /** A folder as the server has it, and as a URL names it. */
  record Found(String name, Address address) {}

  /** The names of a folder from the top, which a user writes with slashes between. */
  static List<String> names(String folder) {
    return Arrays.stream(folder.split("/")).filter(name -> !name.isEmpty()).toList();
  }

  private static String delimiter(ImapSession session) throws IOException {
    ListInfo[] root = session.run(server -> server.list("", ""));
    return root == null || root.length == 0 || root[0].separator == 0
        ? ""
        : String.valueOf(root[0].separator);
  }

  /** The name of a folder as the server has it. */
  static String onServer(ImapSession session, List<String> names) throws IOException {
    return switch (names.size()) {
      case 0 -> INBOX;
      case 1 -> names.get(0);
      default -> String.join(delimiter(session), names);
    };
  }

  /** The folder of an address, or all below it that can be opened, by name. */
  static List<Found> of(ImapSession session, Address address, List<String> leftOut)
      throws IOException {
    if (!address.below()) {
      List<String> names = address.folder().isEmpty() ? List.of(INBOX) : address.folder();
      if (names.stream().anyMatch(one -> one.contains("/")) && delimiter(session).equals("/")) {
        names = names(String.join("/", names));
      }
      return List.of(new Found(onServer(session, names), address.with(names)));
    }
    String top = address.folder().isEmpty() ? "" : onServer(session, address.folder());
    List<Found> found = new ArrayList<>();
    for (ListInfo one : list(session, top)) {
      Address at = address.with(names(one));
      if (one.canOpen && leftOut.stream().noneMatch(other -> names(other).equals(at.folder()))) {
        found.add(new Found(one.name, at));
      }
    }
    if (found.isEmpty()) {
      throw new IOException("there is no such folder; --list-folders shows what is there");
    }
    return found;
  }

  private static List<String> names(ListInfo folder) {
    if (folder.separator == 0) {
      return List.of(folder.name);
    }
    return Arrays.asList(folder.name.split(Pattern.quote(String.valueOf(folder.separator))));
  }

  private static List<ListInfo> list(ImapSession session, String top) throws IOException {
    List<ListInfo> all = new ArrayList<>();
    if (!top.isEmpty()) {
      ListInfo[] itself = session.run(server -> server.list("", top));
      all.addAll(itself == null ? List.of() : Arrays.asList(itself));
    }
    String below = top.isEmpty() ? "*" : top + delimiter(session) + "*";
    ListInfo[] those = session.run(server -> server.list("", below));
    all.addAll(those == null ? List.of() : Arrays.asList(those));
    all.sort(Comparator.comparing(one -> one.name));
    return all;
  }

  /** A line for each folder of an account: how many mails are in it, and what to call it. */
  static List<String> told(ImapSession session, Address account) throws IOException {
    List<String> lines = new ArrayList<>();
    for (ListInfo one : list(session, "")) {
      if (one.canOpen) {
        Status status = session.run(s -> s.status(one.name, new String[] {"MESSAGES"}));
        lines.add(String.format(Locale.ROOT, "%8d  %s", status.total, account.with(names(one))));
      }
    }
    return lines;
  }

  /** Does something with a folder, which is made where it is not there. */
  static <T> T made(ImapSession session, String folder, ImapSession.Command<T> command)
      throws IOException {
    try {
      return session.run(command);
    } catch (Refused e) {
      ListInfo[] there = session.run(server -> server.list("", folder));
      if (there != null && there.length > 0) {
        throw e;
      }
      session.run(
          server -> {
            server.create(folder);
            return Optional.empty();
          });
      return session.run(command);
    }
  }
}
