package dmarcreports.stored;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was read of mailboxes on servers. What is noted here comes on disk together with the reports
 * that were read, or not at all.
 */
public interface MailboxMemory {
  /**
   * Keeps other runs on the same database from reading a mailbox, until this one ends; waits for
   * one that does.
   *
   * @return who still reads it, where and since when; empty where nobody else does
   */
  Optional<String> hold(String mailbox);

  /** What was read of a folder since it has this UIDVALIDITY; the later holds. */
  List<ReadUids> uids(String mailbox, long validity);

  /** Notes what was read of a folder; what was read under another UIDVALIDITY is forgotten. */
  void read(String mailbox, long validity, ReadUids uids);

  /** What came of those of these items that were read, of whichever mailbox. */
  Map<String, Fate> items(List<String> items);

  /**
   * Notes that an item was read.
   *
   * @param mailbox that it was found in
   * @param item its name, which no item of another mailbox has
   */
  void read(String mailbox, String item, Fate fate);

  /** What a mailbox holds now is told, item by item. */
  Sightings sightings(String mailbox);

  /** The items that a mailbox holds. */
  interface Sightings {
    /** These are there. */
    void see(List<String> items);

    /** No others are there: what was read of them is forgotten. */
    void end();
  }
}
