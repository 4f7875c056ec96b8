package dmarcreports.store;

import static dmarcreports.store.tables.Tables.DELIVERIES;

import dmarcreports.store.open.OpenDatabase;
import dmarcreports.stored.Delivery;
import dmarcreports.stored.Message;
import dmarcreports.stored.Waiting;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/**
 * What waits to be sent, and what became of it. That something is about to be sent is on disk
 * before it is, and that it was accepted right after.
 */
public final class Outbox {
  private static final String HELD = "deliveries";

  private final OpenDatabase open;

  Outbox(OpenDatabase open) {
    this.open = open;
  }

  /**
   * As long as this database is open, no other run sends anything; waits for one that does.
   *
   * @return who still does; empty where nobody else does
   */
  public Optional<String> hold() {
    return open.hold(HELD);
  }

  /** More that waits, as part of what else is kept in that transaction. */
  static void add(DSLContext db, List<Message> messages) {
    Integer newest = db.select(DSL.max(DELIVERIES.ID)).from(DELIVERIES).fetchOne().value1();
    int id = newest == null ? 0 : newest;
    for (Message one : messages) {
      db.insertInto(DELIVERIES)
          .set(DELIVERIES.ID, ++id)
          .set(DELIVERIES.RECEIVER, one.receiver())
          .set(DELIVERIES.TOPIC, one.topic().orElse(null))
          .set(DELIVERIES.NAME, one.name())
          .set(DELIVERIES.MADE_SECOND, one.made().getEpochSecond())
          .set(DELIVERIES.SENDING, false)
          .set(DELIVERIES.SUBJECT, one.subject())
          .set(DELIVERIES.BODY, one.body())
          .set(DELIVERIES.HTML, one.html().orElse(null))
          .execute();
    }
  }

  /** How much waits for each receiver that anything waits for, the oldest first. */
  static List<Waiting> waiting(DSLContext db) {
    return db
        .select(DELIVERIES.RECEIVER, DSL.count(), DSL.min(DELIVERIES.MADE_SECOND))
        .from(DELIVERIES)
        .groupBy(DELIVERIES.RECEIVER)
        .fetch(row -> new Waiting(row.value1(), row.value2(), Instant.ofEpochSecond(row.value3())))
        .stream()
        .sorted(Comparator.comparing(Waiting::since).thenComparing(Waiting::receiver))
        .toList();
  }

  /** What waits for a receiver, the oldest first. */
  public List<Delivery> waiting(String receiver) {
    return open.inTransaction(
        db ->
            db.select(DELIVERIES.fields())
                .from(DELIVERIES)
                .where(DELIVERIES.RECEIVER.eq(receiver))
                .orderBy(DELIVERIES.ID)
                .fetch(Outbox::delivery));
  }

  private static Delivery delivery(Record row) {
    return new Delivery(
        row.get(DELIVERIES.ID),
        new Message(
            row.get(DELIVERIES.RECEIVER),
            Optional.ofNullable(row.get(DELIVERIES.TOPIC)),
            row.get(DELIVERIES.NAME),
            Instant.ofEpochSecond(row.get(DELIVERIES.MADE_SECOND)),
            row.get(DELIVERIES.SUBJECT),
            row.get(DELIVERIES.BODY),
            Optional.ofNullable(row.get(DELIVERIES.HTML))),
        row.get(DELIVERIES.SENDING));
  }

  /** It is about to be sent. */
  public void sending(Delivery one) {
    sending(one, true);
  }

  /** It was not accepted, and waits again. */
  public void refused(Delivery one) {
    sending(one, false);
  }

  private void sending(Delivery one, boolean now) {
    open.inTransaction(
        db -> db.update(DELIVERIES).set(DELIVERIES.SENDING, now).where(is(one)).execute());
  }

  /** It has arrived, and is kept no longer. */
  public void accepted(Delivery one) {
    open.inTransaction(db -> db.deleteFrom(DELIVERIES).where(is(one)).execute());
  }

  /** Numbers are given again, names are not. */
  private static Condition is(Delivery one) {
    return DELIVERIES.ID.eq(one.id()).and(DELIVERIES.NAME.eq(one.message().name()));
  }

  /**
   * Forgets what was made before a moment, and was never accepted.
   *
   * @return how much that was
   */
  public int forgetBefore(Instant oldest) {
    return open.inTransaction(
        db ->
            db.deleteFrom(DELIVERIES)
                .where(DELIVERIES.MADE_SECOND.lt(oldest.getEpochSecond()))
                .execute());
  }
}
