package dmarcreports.store.rows;

import static dmarcreports.store.tables.Tables.MAILBOXES;
import static dmarcreports.store.tables.Tables.READ_ITEMS;
import static dmarcreports.store.tables.Tables.READ_UIDS;

import dmarcreports.store.open.OpenDatabase;
import dmarcreports.stored.Fate;
import dmarcreports.stored.ReadUids;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The rows of what was read of mailboxes on servers. */
public final class MailboxRows {
  private static final int AT_ONCE = 500;
  private static final int PAGE = 10_000;

  private final OpenDatabase open;
  private final DSLContext db;

  public MailboxRows(OpenDatabase open) {
    this.open = open;
    db = open.db();
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
    List<Object[]> rows = new ArrayList<>();
    for (ReadUids one : rest) {
      rows.add(new Object[] {next++, id, one.first(), one.last(), one.fate().word()});
    }
    insert(READ_UIDS, rows);
  }

  private void insert(Table<?> table, List<Object[]> rows) {
    if (!rows.isEmpty()) {
      db.batch(
              db.insertInto(table)
                  .columns(table.fields())
                  .values(new Object[table.fields().length]),
              rows.toArray(Object[][]::new))
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

  /** What came of an item. */
  public record Item(byte[] hash, Fate fate) {}

  /** The row of an item. */
  private record Stored(long id, int mailbox, Item item) {}

  /** What came of those of these items that were read, each with its hash. */
  public List<Item> items(List<byte[]> hashes) {
    return stored(hashes).stream().map(Stored::item).toList();
  }

  /** JDBC alone takes many hashes as one value; jOOQ makes a large object of each. */
  private List<Stored> stored(List<byte[]> hashes) {
    try (PreparedStatement select =
        open.connection()
            .prepareStatement(
                "select id, mailbox_id, hash, fate from read_items where hash = any(?)")) {
      select.setArray(1, open.connection().createArrayOf("bytea", hashes.toArray(byte[][]::new)));
      List<Stored> found = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(
              new Stored(
                  rows.getLong(1),
                  rows.getInt(2),
                  new Item(rows.getBytes(3), Fate.of(rows.getString(4)))));
        }
      }
      return found;
    } catch (SQLException e) {
      throw open.failure(e);
    }
  }

  /**
   * Notes that items were read; of two about one, the later holds.
   *
   * @param mailbox that those are of which were not read before
   */
  public void read(String mailbox, List<Item> items) {
    int id = mailbox(mailbox, 0);
    long next = after(db.select(DSL.max(READ_ITEMS.ID)).from(READ_ITEMS).fetchOne().value1());
    Map<ByteBuffer, Item> latest = new LinkedHashMap<>();
    items.forEach(item -> latest.put(ByteBuffer.wrap(item.hash()), item));
    Map<ByteBuffer, Integer> before = takenOut(latest.values());
    try (Insert insert = new Insert(open, READ_ITEMS)) {
      for (Map.Entry<ByteBuffer, Item> one : latest.entrySet()) {
        Integer of = before.getOrDefault(one.getKey(), id);
        insert.setAll(next++, of, one.getValue().hash(), one.getValue().fate().word()).add();
      }
      insert.flush();
    }
  }

  /** Takes out the rows of items, and says which mailboxes they are of. */
  private Map<ByteBuffer, Integer> takenOut(Collection<Item> items) {
    Map<ByteBuffer, Integer> mailboxes = new HashMap<>();
    List<Stored> rows = stored(items.stream().map(Item::hash).toList());
    rows.forEach(row -> mailboxes.put(ByteBuffer.wrap(row.item().hash()), row.mailbox()));
    forget(rows.stream().map(Stored::id).toList());
    return mailboxes;
  }

  /**
   * Some items.
   *
   * @param last the greatest id that was looked at, of whichever mailbox
   */
  public record Page(Map<Long, byte[]> items, long last) {
    /** The ids of those that are not there any more. */
    public List<Long> without(Sighted there) {
      return items.entrySet().stream()
          .filter(item -> !there.mayHold(item.getValue()))
          .map(Map.Entry::getKey)
          .toList();
    }
  }

  /**
   * The items of a mailbox among the next in the order of the ids; empty where there are no more.
   *
   * @param after the id that they follow on
   */
  public Optional<Page> page(String mailbox, long after) {
    Map<Long, byte[]> items = new LinkedHashMap<>();
    long last = after;
    for (var row :
        db.select(READ_ITEMS.ID, READ_ITEMS.HASH, MAILBOXES.NAME)
            .from(READ_ITEMS)
            .join(MAILBOXES)
            .on(MAILBOXES.ID.eq(READ_ITEMS.MAILBOX_ID))
            .where(READ_ITEMS.ID.gt(after))
            .orderBy(READ_ITEMS.ID)
            .limit(PAGE)
            .fetch()) {
      last = row.value1();
      if (row.value3().equals(mailbox)) {
        items.put(last, row.value2());
      }
    }
    return last == after ? Optional.empty() : Optional.of(new Page(items, last));
  }

  /** Forgets items by their ids. */
  public void forget(List<Long> ids) {
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      List<Long> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
      db.deleteFrom(READ_ITEMS).where(READ_ITEMS.ID.in(some)).execute();
    }
  }
}
