package dmarcreports.store.rows;

import static dmarcreports.store.tables.Tables.MAILBOXES;
import static dmarcreports.store.tables.Tables.READ_ITEMS;
import static dmarcreports.store.tables.Tables.READ_UIDS;

import dmarcreports.stored.Fate;
import dmarcreports.stored.ReadUids;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** The rows of what was read of mailboxes on servers. */
public final class MailboxRows {
  private static final int AT_ONCE = 500;

  private final DSLContext db;

  public MailboxRows(DSLContext db) {
    this.db = db;
  }

  /** What was read of a folder since it has this UIDVALIDITY; the later holds. */
  public List<ReadUids> uids(String mailbox, long validity) {
    return db.select(READ_UIDS.FIRST_UID, READ_UIDS.LAST_UID, READ_UIDS.FATE)
        .from(READ_UIDS)
        .join(MAILBOXES)
        .on(MAILBOXES.ID.eq(READ_UIDS.MAILBOX_ID))
        .where(MAILBOXES.NAME.eq(mailbox), MAILBOXES.VALIDITY.eq(validity))
        .orderBy(READ_UIDS.ID)
        .fetch(row -> new ReadUids(row.value1(), row.value2(), Fate.of(row.value3())));
  }

  /**
   * Notes what was read of a folder.
   *
   * @param read in the order in which it was
   */
  public void read(String mailbox, long validity, List<ReadUids> read) {
    int id = mailbox(mailbox, validity);
    Record last =
        db.selectFrom(READ_UIDS)
            .where(READ_UIDS.MAILBOX_ID.eq(id))
            .orderBy(READ_UIDS.ID.desc())
            .limit(1)
            .fetchOne();
    List<ReadUids> rest = new ArrayList<>(read);
    if (last != null && goesOn(last, read.get(0))) {
      db.update(READ_UIDS)
          .set(READ_UIDS.LAST_UID, rest.remove(0).last())
          .where(READ_UIDS.ID.eq(last.get(READ_UIDS.ID)))
          .execute();
    }
    long next = after(db.select(DSL.max(READ_UIDS.ID)).from(READ_UIDS).fetchOne().value1());
    for (ReadUids one : rest) {
      db.insertInto(READ_UIDS)
          .set(READ_UIDS.ID, next++)
          .set(READ_UIDS.MAILBOX_ID, id)
          .set(READ_UIDS.FIRST_UID, one.first())
          .set(READ_UIDS.LAST_UID, one.last())
          .set(READ_UIDS.FATE, one.fate().word())
          .execute();
    }
  }

  private static boolean goesOn(Record last, ReadUids next) {
    return next.first() == last.get(READ_UIDS.LAST_UID) + 1
        && next.fate().word().equals(last.get(READ_UIDS.FATE));
  }

  private static long after(Long greatest) {
    return greatest == null ? 1 : greatest + 1;
  }

  /** Its id; where it has another UIDVALIDITY now, all of before is forgotten. */
  private int mailbox(String name, long validity) {
    Record row = db.selectFrom(MAILBOXES).where(MAILBOXES.NAME.eq(name)).fetchOne();
    if (row == null) {
      int id = NextIds.after(db.select(DSL.max(MAILBOXES.ID)).from(MAILBOXES).fetchOne().value1());
      db.insertInto(MAILBOXES)
          .set(MAILBOXES.ID, id)
          .set(MAILBOXES.NAME, name)
          .set(MAILBOXES.VALIDITY, validity)
          .execute();
      return id;
    }
    int id = row.get(MAILBOXES.ID);
    if (row.get(MAILBOXES.VALIDITY) != validity) {
      db.deleteFrom(READ_UIDS).where(READ_UIDS.MAILBOX_ID.eq(id)).execute();
      db.update(MAILBOXES).set(MAILBOXES.VALIDITY, validity).where(MAILBOXES.ID.eq(id)).execute();
    }
    return id;
  }

  /** What came of those of these items that were read, each with its hash. */
  public List<Item> items(Collection<byte[]> hashes) {
    return db.select(READ_ITEMS.HASH, READ_ITEMS.FATE)
        .from(READ_ITEMS)
        .where(READ_ITEMS.HASH.in(hashes))
        .orderBy(READ_ITEMS.ID)
        .fetch(row -> new Item(row.value1(), Fate.of(row.value2())));
  }

  /** What came of an item. */
  public record Item(byte[] hash, Fate fate) {}

  /** Notes that items of a mailbox were read. */
  public void read(String mailbox, List<Item> items) {
    int id = mailbox(mailbox, 0);
    long next = after(db.select(DSL.max(READ_ITEMS.ID)).from(READ_ITEMS).fetchOne().value1());
    for (Item item : items) {
      db.deleteFrom(READ_ITEMS).where(READ_ITEMS.HASH.eq(item.hash())).execute();
      db.insertInto(READ_ITEMS)
          .set(READ_ITEMS.ID, next++)
          .set(READ_ITEMS.MAILBOX_ID, id)
          .set(READ_ITEMS.HASH, item.hash())
          .set(READ_ITEMS.FATE, item.fate().word())
          .execute();
    }
  }

  /** The hashes of all items of a mailbox. */
  public List<byte[]> hashes(String mailbox) {
    return db.select(READ_ITEMS.HASH)
        .from(READ_ITEMS)
        .join(MAILBOXES)
        .on(MAILBOXES.ID.eq(READ_ITEMS.MAILBOX_ID))
        .where(MAILBOXES.NAME.eq(mailbox))
        .orderBy(READ_ITEMS.ID)
        .fetch(READ_ITEMS.HASH);
  }

  public void forget(List<byte[]> hashes) {
    for (int from = 0; from < hashes.size(); from += AT_ONCE) {
      List<byte[]> some = hashes.subList(from, Math.min(hashes.size(), from + AT_ONCE));
      db.deleteFrom(READ_ITEMS).where(READ_ITEMS.HASH.in(some)).execute();
    }
  }
}
