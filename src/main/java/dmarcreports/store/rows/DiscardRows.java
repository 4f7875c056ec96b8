package dmarcreports.store.rows;

import static dmarcreports.store.tables.Tables.DISCARDS;

import dmarcreports.report.Origin;
import dmarcreports.report.UnreadableReport;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** The rows of what was discarded, changed by one run while no other changes them. */
public final class DiscardRows {
  /** How many are kept. */
  public static final int KEPT = 10_000;

  /** The place of what was piped. */
  public static final String STDIN = "-";

  private static final int FORGOTTEN_AT_ONCE = 100;

  private final DSLContext db;
  private final int run;
  private int rows;
  private int nextId;

  public DiscardRows(DSLContext db, int run) {
    this.db = db;
    this.run = run;
    rows = db.fetchCount(DISCARDS);
    nextId = NextIds.after(db.select(DSL.max(DISCARDS.ID)).from(DISCARDS).fetchOne().value1());
  }

  /**
   * Notes that this run discarded something.
   *
   * @param place where the input lies
   */
  public void add(Origin origin, String place, UnreadableReport why) {
    String input = Names.storable(origin.input());
    String member = origin.members().isEmpty() ? null : Names.storable(origin.member());
    String detail = Names.storable(why.getMessage());
    Condition same =
        DISCARDS
            .PLACE
            .eq(place)
            .and(member == null ? DISCARDS.MEMBER.isNull() : DISCARDS.MEMBER.eq(member))
            .and(place.equals(STDIN) ? DISCARDS.LAST_RUN_ID.eq(run) : DSL.noCondition());
    Record old = db.selectFrom(DISCARDS).where(same).limit(1).fetchOne();
    if (old == null) {
      insert(input, member, place, why.reason(), detail);
      return;
    }
    boolean told =
        old.get(DISCARDS.REASON).equals(why.reason().word())
            && old.get(DISCARDS.DETAIL).equals(detail);
    db.update(DISCARDS)
        .set(DISCARDS.RUN_ID, told ? old.get(DISCARDS.RUN_ID) : (Integer) run)
        .set(DISCARDS.LAST_RUN_ID, run)
        .set(DISCARDS.INPUT, input)
        .set(DISCARDS.REASON, why.reason().word())
        .set(DISCARDS.DETAIL, detail)
        .where(DISCARDS.ID.eq(old.get(DISCARDS.ID)))
        .execute();
  }

  private void insert(
      String input, String member, String place, UnreadableReport.Reason reason, String detail) {
    forgetOldest();
    db.insertInto(DISCARDS)
        .set(DISCARDS.ID, nextId++)
        .set(DISCARDS.RUN_ID, run)
        .set(DISCARDS.LAST_RUN_ID, run)
        .set(DISCARDS.INPUT, input)
        .set(DISCARDS.MEMBER, member)
        .set(DISCARDS.PLACE, place)
        .set(DISCARDS.REASON, reason.word())
        .set(DISCARDS.DETAIL, detail)
        .execute();
    rows++;
  }

  private void forgetOldest() {
    if (rows < KEPT) {
      return;
    }
    List<Integer> oldest =
        db.select(DISCARDS.ID)
            .from(DISCARDS)
            .orderBy(DISCARDS.LAST_RUN_ID, DISCARDS.ID)
            .limit(rows - KEPT + FORGOTTEN_AT_ONCE)
            .fetch(DISCARDS.ID);
    for (Integer id : oldest) {
      db.deleteFrom(DISCARDS).where(DISCARDS.ID.eq(id)).execute();
    }
    rows -= oldest.size();
  }

  /**
   * The input that lies there was read to its end: what runs before this one discarded of it is in
   * order.
   */
  public void settle(String place) {
    rows -=
        db.deleteFrom(DISCARDS)
            .where(DISCARDS.PLACE.eq(place), DISCARDS.LAST_RUN_ID.lt(run))
            .execute();
  }

  /** What lay at one place now lies at another. */
  public void moved(String from, String to) {
    db.update(DISCARDS).set(DISCARDS.PLACE, to).where(DISCARDS.PLACE.eq(from)).execute();
  }
}
