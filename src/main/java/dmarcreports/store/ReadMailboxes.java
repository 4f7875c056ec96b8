package dmarcreports.store;

import dmarcreports.store.rows.Fingerprint;
import dmarcreports.store.rows.MailboxRows;
import dmarcreports.store.rows.ReportWriter;
import dmarcreports.store.rows.Sighted;
import dmarcreports.stored.Fate;
import dmarcreports.stored.MailboxMemory;
import dmarcreports.stored.ReadUids;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was read of mailboxes on servers; goes to the database when the reports of it do. */
final class ReadMailboxes implements MailboxMemory {
  /** So many mails without a report are no reason to read them again after a crash. */
  private static final int COMMIT_MAILS = 5_000;

  private final ReportWriter writer;
  private final Runnable commit;
  private final Map<Folder, List<ReadUids>> uids = new LinkedHashMap<>();
  private final Map<String, List<MailboxRows.Item>> items = new LinkedHashMap<>();
  private int uncommitted;

  /**
   * @param commit commits the reports that were read, and what is noted here
   */
  ReadMailboxes(ReportWriter writer, Runnable commit) {
    this.writer = writer;
    this.commit = commit;
  }

  private record Folder(String name, long validity) {}

  @Override
  public Optional<String> hold(String mailbox) {
    return writer.hold(mailbox);
  }

  @Override
  public List<ReadUids> uids(String mailbox, long validity) {
    return writer.askMailboxes(rows -> rows.uids(mailbox, validity));
  }

  @Override
  public void read(String mailbox, long validity, ReadUids read) {
    List<ReadUids> noted =
        uids.computeIfAbsent(new Folder(mailbox, validity), folder -> new ArrayList<>());
    int last = noted.size() - 1;
    if (last >= 0 && noted.get(last).goesOnWith(read)) {
      noted.set(last, noted.get(last).and(read));
    } else {
      noted.add(read);
    }
    noted();
  }

  @Override
  public Map<String, Fate> items(List<String> names) {
    Map<ByteBuffer, String> named = new HashMap<>();
    names.forEach(name -> named.put(ByteBuffer.wrap(hash(name)), name));
    Map<String, Fate> found = new HashMap<>();
    List<byte[]> hashes = named.keySet().stream().map(ByteBuffer::array).toList();
    writer
        .askMailboxes(rows -> rows.items(hashes))
        .forEach(item -> found.put(named.get(ByteBuffer.wrap(item.hash())), item.fate()));
    return found;
  }

  @Override
  public void read(String mailbox, String item, Fate fate) {
    items
        .computeIfAbsent(mailbox, name -> new ArrayList<>())
        .add(new MailboxRows.Item(hash(item), fate));
    noted();
  }

  private void noted() {
    uncommitted++;
    if (uncommitted >= COMMIT_MAILS) {
      commit.run();
    }
  }

  @Override
  public Sightings sightings(String mailbox) {
    return new Seen(mailbox);
  }

  private final class Seen implements Sightings {
    private final String mailbox;
    private final Sighted sighted = new Sighted();

    Seen(String mailbox) {
      this.mailbox = mailbox;
    }

    @Override
    public void see(List<String> names) {
      names.forEach(name -> sighted.add(hash(name)));
    }

    @Override
    public void end() {
      commit.run();
      Optional<MailboxRows.Page> page = writer.askMailboxes(rows -> rows.page(mailbox, 0));
      while (page.isPresent()) {
        List<Long> gone = page.get().without(sighted);
        if (!gone.isEmpty()) {
          writer.mailboxes(rows -> rows.forget(gone));
          commit.run();
        }
        long last = page.get().last();
        page = writer.askMailboxes(rows -> rows.page(mailbox, last));
      }
    }
  }

  private static byte[] hash(String item) {
    return new Fingerprint().add(item).bytes();
  }

  /** All that was noted is among what the next commit puts on disk. */
  void flush() {
    uncommitted = 0;
    Map<Folder, List<ReadUids>> readUids = new LinkedHashMap<>(uids);
    Map<String, List<MailboxRows.Item>> readItems = new LinkedHashMap<>(items);
    uids.clear();
    items.clear();
    if (!readUids.isEmpty() || !readItems.isEmpty()) {
      writer.mailboxes(
          rows -> {
            readUids.forEach((folder, read) -> rows.read(folder.name(), folder.validity(), read));
            readItems.forEach(rows::read);
          });
    }
  }
}
