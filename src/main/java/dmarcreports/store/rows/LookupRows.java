package dmarcreports.store.rows;

import static dmarcreports.store.tables.Tables.LOOKUPS;

import dmarcreports.dns.DnsName;
import dmarcreports.dns.LookedUp;
import dmarcreports.dns.Question;
import dmarcreports.dns.RecordType;
import dmarcreports.store.open.OpenDatabase;
import dmarcreports.store.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The rows of what DNS has answered. */
public final class LookupRows {
  private final DSLContext db;

  public LookupRows(DSLContext db) {
    this.db = db;
  }

  /** All answers, in the order in which they came. */
  public static List<LookedUp> all(OpenDatabase open) {
    return open.all(Sql.LOOKUPS, LookupRows::lookedUp);
  }

  /** All answers to one question, in the order in which they came. */
  public static List<LookedUp> of(OpenDatabase open, Question question) {
    return open.all(
        Sql.LOOKUPS_OF, LookupRows::lookedUp, question.name().text(), question.type().name());
  }

  private static LookedUp lookedUp(ResultSet row) throws SQLException {
    String name = row.getString(2);
    String type = row.getString(3);
    AnswerText text = new AnswerText(row.getString(4), row.getString(5), row.getString(6));
    String server = row.getString(7);
    long first = row.getLong(8);
    long last = row.getLong(9);
    return Rows.read(
        "look-up " + row.getInt(1),
        () ->
            new LookedUp(
                new Question(new DnsName(name), RecordType.valueOf(type)),
                text.answer(server),
                server,
                Instant.ofEpochSecond(first),
                Instant.ofEpochSecond(last)));
  }

  private static Condition is(Question question) {
    return LOOKUPS.NAME.eq(question.name().text()).and(LOOKUPS.TYPE.eq(question.type().name()));
  }

  /** One more answer. */
  public void add(LookedUp one) {
    Integer greatest = db.select(DSL.max(LOOKUPS.ID)).from(LOOKUPS).fetchOne().value1();
    AnswerText text = AnswerText.of(one.answer());
    db.insertInto(LOOKUPS)
        .set(LOOKUPS.ID, NextIds.after(greatest))
        .set(LOOKUPS.NAME, one.question().name().text())
        .set(LOOKUPS.TYPE, one.question().type().name())
        .set(LOOKUPS.OUTCOME, text.outcome())
        .set(LOOKUPS.ALIASES, text.aliases())
        .set(LOOKUPS.RECORDS, text.records())
        .set(LOOKUPS.SERVER, one.server())
        .set(LOOKUPS.FIRST_SECOND, one.first().getEpochSecond())
        .set(LOOKUPS.LAST_SECOND, one.last().getEpochSecond())
        .execute();
  }

  /** The newest answer to a question held until then. */
  public void heldOn(LookedUp one) {
    db.update(LOOKUPS)
        .set(LOOKUPS.LAST_SECOND, one.last().getEpochSecond())
        .set(LOOKUPS.SERVER, one.server())
        .where(
            LOOKUPS.ID.in(db.select(DSL.max(LOOKUPS.ID)).from(LOOKUPS).where(is(one.question()))))
        .execute();
  }

  /** Forgets the answers that did not come again since. */
  public void forgetBefore(Instant oldest) {
    db.deleteFrom(LOOKUPS).where(LOOKUPS.LAST_SECOND.lt(oldest.getEpochSecond())).execute();
  }

  /** Forgets the oldest answers to a question, but for so many of the newest. */
  public void forgetOld(Question question, int kept) {
    List<Integer> ids =
        db.select(LOOKUPS.ID)
            .from(LOOKUPS)
            .where(is(question))
            .orderBy(LOOKUPS.ID.desc())
            .fetch(LOOKUPS.ID);
    if (ids.size() > kept) {
      db.deleteFrom(LOOKUPS).where(LOOKUPS.ID.in(ids.subList(kept, ids.size()))).execute();
    }
  }
}
