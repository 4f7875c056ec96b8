package dmarcreports.store;

import static dmarcreports.store.tables.Tables.DISCARDS;
import static dmarcreports.store.tables.Tables.RUNS;

import dmarcreports.report.Discarded;
import dmarcreports.report.Origin;
import dmarcreports.report.UnreadableReport;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/**
 * What was discarded and has not been read since: one row for each place and member (each run has a
 * place of its own where it was piped), of at most {@value #KEPT}, the longest unseen forgotten
 * first.
 */
public final class Discards {
  /** How many are kept. */
  public static final int KEPT = 10_000;

  private static final int FORGOTTEN_AT_ONCE = 100;
  private static final String STDIN = "-";

  private final DSLContext db;
  private final int run;
  private final Set<String> places = new HashSet<>();
  private int rows;
  private int nextId;

  Discards(DSLContext db, int run) {
    this.db = db;
    this.run = run;
    db.select(DISCARDS.PLACE).from(DISCARDS).forEach(row -> places.add(row.value1()));
    rows = db.fetchCount(DISCARDS);
    nextId = Evidences.next(db.select(DSL.max(DISCARDS.ID)).from(DISCARDS).fetchOne().value1());
  }

  /** All of them, by input and member. */
  static List<Discarded> all(DSLContext db) {
    return db
        .select(DISCARDS.fields())
        .select(RUNS.STARTED)
        .from(DISCARDS)
        .join(RUNS)
        .on(RUNS.ID.eq(DISCARDS.LAST_RUN_ID))
        .orderBy(DISCARDS.INPUT, DISCARDS.MEMBER, DISCARDS.PLACE, DISCARDS.ID)
        .fetch()
        .stream()
        .map(Discards::discarded)
        .toList();
  }

  private static Discarded discarded(Record row) {
    return new Discarded(
        row.get(RUNS.STARTED).toInstant(),
        row.get(DISCARDS.INPUT),
        Optional.ofNullable(row.get(DISCARDS.MEMBER)),
        row.get(DISCARDS.REASON),
        row.get(DISCARDS.DETAIL),
        row.get(DISCARDS.PLACE));
  }

  /**
   * Notes that this run discarded something.
   *
   * @param place where the input lies
   */
  public void add(Origin origin, String place, UnreadableReport why) {
    String member = origin.members().isEmpty() ? null : origin.member();
    Condition same =
        DISCARDS
            .PLACE
            .eq(place)
            .and(member == null ? DISCARDS.MEMBER.isNull() : DISCARDS.MEMBER.eq(member))
            .and(place.equals(STDIN) ? DISCARDS.LAST_RUN_ID.eq(run) : DSL.noCondition());
    Record old =
        places.contains(place) ? db.selectFrom(DISCARDS).where(same).limit(1).fetchOne() : null;
    if (old == null) {
      insert(origin.input(), member, place, why);
      return;
    }
    boolean told =
        old.get(DISCARDS.REASON).equals(why.reason().word())
            && old.get(DISCARDS.DETAIL).equals(why.getMessage());
    db.update(DISCARDS)
        .set(DISCARDS.RUN_ID, told ? old.get(DISCARDS.RUN_ID) : (Integer) run)
        .set(DISCARDS.LAST_RUN_ID, run)
        .set(DISCARDS.INPUT, origin.input())
        .set(DISCARDS.REASON, why.reason().word())
        .set(DISCARDS.DETAIL, why.getMessage())
        .where(DISCARDS.ID.eq(old.get(DISCARDS.ID)))
        .execute();
  }

  private void insert(String input, String member, String place, UnreadableReport why) {
    forgetOldest();
    db.insertInto(DISCARDS)
        .set(DISCARDS.ID, nextId++)
        .set(DISCARDS.RUN_ID, run)
        .set(DISCARDS.LAST_RUN_ID, run)
        .set(DISCARDS.INPUT, input)
        .set(DISCARDS.MEMBER, member)
        .set(DISCARDS.PLACE, place)
        .set(DISCARDS.REASON, why.reason().word())
        .set(DISCARDS.DETAIL, why.getMessage())
        .execute();
    places.add(place);
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

  /** The input that lies there was read to its end: what this run did not discard is in order. */
  public void settle(String place) {
    if (!place.equals(STDIN) && places.contains(place)) {
      rows -=
          db.deleteFrom(DISCARDS)
              .where(DISCARDS.PLACE.eq(place), DISCARDS.LAST_RUN_ID.ne(run))
              .execute();
    }
  }

  /** What lay at one place now lies at another. */
  public void moved(String from, String to) {
    db.update(DISCARDS).set(DISCARDS.PLACE, to).where(DISCARDS.PLACE.eq(from)).execute();
    places.remove(from);
    places.add(to);
  }
}
