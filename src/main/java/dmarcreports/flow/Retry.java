package dmarcreports.flow;

import dmarcreports.mail.Input;
import dmarcreports.mailbox.FoundFiles;
import dmarcreports.mailbox.Mailbox;
import dmarcreports.mailbox.imap.ImapMailbox;
import dmarcreports.mailbox.imap.MailPlace;
import dmarcreports.mailbox.server.Address;
import dmarcreports.mailbox.server.ServerAccess;
import dmarcreports.report.UnreadableReport.Reason;
import dmarcreports.store.ReportReader;
import dmarcreports.stored.Discarded;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The inputs of which something was discarded, where they now lie. */
public final class Retry {
  private static final String STDIN = "-";
  private static final int NO_CHARACTER = 0xFFFD;

  private Retry() {}

  /**
   * Where the inputs lie that can be read again. What is gone leaves the list.
   *
   * @param ownDomainsGiven whether reports about other domains will be told apart again
   * @param servers how servers are reached
   * @param notes takes a line for each input that is left out
   */
  public static List<Mailbox> mailboxes(
      Access access, boolean ownDomainsGiven, ServerAccess servers, Consumer<String> notes) {
    try (ReportReader reports = access.read()) {
      List<Input> files = new ArrayList<>();
      Map<Address, List<MailPlace>> folders = new LinkedHashMap<>();
      for (List<Discarded> discards : byPlace(reports.discards())) {
        String place = discards.get(0).place();
        Optional<MailPlace> mail =
            Address.isRemote(place) ? MailPlace.parse(place) : Optional.empty();
        Optional<Input> file =
            mail.isPresent()
                ? Optional.empty()
                : file(reports, discards.get(0).input(), place, notes);
        boolean found = mail.isPresent() || file.isPresent();
        if (found && !ownDomainsGiven && discards.stream().anyMatch(Retry::isForeign)) {
          notes.accept(
              place + ": holds a report about another's domain; give --domains to read it again");
        } else {
          file.ifPresent(files::add);
          mail.ifPresent(
              one -> folders.computeIfAbsent(one.folder(), all -> new ArrayList<>()).add(one));
        }
      }
      List<Mailbox> mailboxes = new ArrayList<>();
      mailboxes.add(new FoundFiles(files));
      folders.values().forEach(mails -> mailboxes.add(ImapMailbox.of(mails, servers)));
      return mailboxes;
    }
  }

  private static Collection<List<Discarded>> byPlace(List<Discarded> discards) {
    Map<String, List<Discarded>> places = new LinkedHashMap<>();
    for (Discarded one : discards) {
      places.computeIfAbsent(one.place(), place -> new ArrayList<>()).add(one);
    }
    return places.values();
  }

  private static Optional<Input> file(
      ReportReader reports, String input, String place, Consumer<String> notes) {
    if (place.equals(STDIN) || place.indexOf(NO_CHARACTER) >= 0) {
      notes.accept(place + ": cannot be found again; give it to ingest once more");
      return Optional.empty();
    }
    if (isGone(Path.of(place))) {
      reports.forgetDiscards(place);
      notes.accept(place + ": is gone; no longer listed");
      return Optional.empty();
    }
    return Optional.of(Input.of(input, Path.of(place)));
  }

  /** A file that is missing from a directory that is there; a disk may only be away. */
  private static boolean isGone(Path file) {
    return Files.notExists(file, LinkOption.NOFOLLOW_LINKS) && Files.isDirectory(file.getParent());
  }

  private static boolean isForeign(Discarded one) {
    return one.reason().equals(Reason.FOREIGN_DOMAIN.word());
  }
}
