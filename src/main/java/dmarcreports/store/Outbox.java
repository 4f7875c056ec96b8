package dmarcreports.store;

import static dmarcreports.store.tables.Tables.DELIVERIES;

import dmarcreports.store.open.OpenDatabase;
import dmarcreports.store.rows.NextIds;
import dmarcreports.store.sql.Sql;
import dmarcreports.stored.Delivery;
import dmarcreports.stored.Message;
import dmarcreports.stored.Waiting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
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
  void add(List<Message> messages) {
    int id = NextIds.after(open, Sql.LAST_DELIVERY);
    for (Message one : messages) {
      open.run(
          Sql.INSERT_DELIVERY,
          id++,
          one.receiver(),
          one.topic().orElse(null),
          one.name(),
          one.made().getEpochSecond(),
          false,
          one.subject(),
          one.body(),
          one.html().orElse(null));
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
    return open.inTransaction(() -> open.all(Sql.DELIVERIES_TO, Outbox::delivery, receiver));
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    return new Delivery(
        row.getInt(1),
        new Message(
            row.getString(2),
            Optional.ofNullable(row.getString(3)),
            row.getString(4),
            Instant.ofEpochSecond(row.getLong(5)),
            row.getString(7),
            row.getString(8),
            Optional.ofNullable(row.getString(9))),
        row.getBoolean(6));
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
    open.inTransaction(() -> open.run(Sql.SENDING, now, one.id(), one.message().name()));
  }

  /** It has arrived, and is kept no longer. */
  public void accepted(Delivery one) {
    open.inTransaction(() -> open.run(Sql.ACCEPTED, one.id(), one.message().name()));
  }

  /**
   * Forgets what was made before a moment, and was never accepted.
   *
   * @return how much that was
   */
  public int forgetBefore(Instant oldest) {
    return open.inTransaction(() -> open.run(Sql.FORGET_DELIVERIES, oldest.getEpochSecond()));
  }
}
