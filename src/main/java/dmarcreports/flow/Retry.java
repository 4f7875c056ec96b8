package dmarcreports.flow;

import dmarcreports.mail.Input;
import dmarcreports.mailbox.FoundFiles;
import dmarcreports.mailbox.Mailbox;
import dmarcreports.mailbox.imap.ImapMailbox;
import dmarcreports.mailbox.imap.MailPlace;
import dmarcreports.mailbox.pop3.Pop3Mailbox;
import dmarcreports.mailbox.pop3.Pop3Place;
import dmarcreports.mailbox.s3.S3Mailbox;
import dmarcreports.mailbox.s3.S3Place;
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
      Map<Address, List<Pop3Place>> accounts = new LinkedHashMap<>();
      Map<String, List<S3Place>> buckets = new LinkedHashMap<>();
      for (List<Discarded> discards : byPlace(reports.discards())) {
        String place = discards.get(0).place();
        boolean remote = Address.isRemote(place);
        Optional<Input> file =
            remote ? Optional.empty() : file(reports, discards.get(0).input(), place, notes);
        if ((remote || file.isPresent())
            && !ownDomainsGiven
            && discards.stream().anyMatch(Retry::isForeign)) {
          notes.accept(
              place + ": holds a report about another's domain; give --domains to read it again");
        } else if (S3Place.isOne(place)) {
          S3Place object = S3Place.parse(place);
          in(buckets, object.bucket()).add(object);
        } else if (remote) {
          MailPlace.parse(place).ifPresent(mail -> in(folders, mail.folder()).add(mail));
          Pop3Place.parse(place).ifPresent(mail -> in(accounts, mail.account()).add(mail));
        } else {
          file.ifPresent(files::add);
        }
      }
      List<Mailbox> mailboxes = new ArrayList<>();
      mailboxes.add(new FoundFiles(files));
      folders.values().forEach(mails -> mailboxes.add(ImapMailbox.of(mails, servers)));
      accounts.values().forEach(mails -> mailboxes.add(Pop3Mailbox.of(mails, servers)));
      buckets.values().forEach(objects -> mailboxes.add(S3Mailbox.of(objects, servers)));
      return mailboxes;
    }
  }

  private static <K, T> List<T> in(Map<K, List<T>> all, K mailbox) {
    return all.computeIfAbsent(mailbox, any -> new ArrayList<>());
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
