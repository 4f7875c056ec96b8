package dmarcreports.stored;

import java.util.List;
import java.util.Map;

/**
 * What was read of mailboxes on servers. What is noted here comes on disk together with the reports
 * that were read, or not at all.
 */
public interface MailboxMemory {
  /**
   * Keeps other runs on the same database from reading a mailbox, until this one ends.
   *
   * @return whether no other reads it
   */
  boolean hold(String mailbox);

  /** What was read of a folder since it has this UIDVALIDITY; the later holds. */
  List<ReadUids> uids(String mailbox, long validity);

  /** Notes what was read of a folder; what was read under another UIDVALIDITY is forgotten. */
  void read(String mailbox, long validity, ReadUids uids);

  /** What came of those items of a mailbox that were read. */
  Map<String, Fate> items(String mailbox, List<String> items);

  /** Notes that an item of a mailbox was read. */
  void read(String mailbox, String item, Fate fate);

  /** Forgets all items of a mailbox but these. */
  void forgetAllBut(String mailbox, List<String> items);
}
