package dmarcreports.store.rows;

import static dmarcreports.store.tables.Tables.RUNS;

import dmarcreports.stored.Run;
import dmarcreports.stored.RunSums;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Runs of ingest: that they began, and what they came to. */
public final class Runs {
  private Runs() {}

  public static int next(DSLContext db) {
    return NextIds.after(db.select(DSL.max(RUNS.ID)).from(RUNS).fetchOne().value1());
  }

  /**
   * Those that came to no end are known to be so from now on.
   *
   * @param isOver whether a run that has not ended is not going on any more
   */
  public static void giveUp(DSLContext db, Predicate<Integer> isOver) {
    for (Integer run : db.select(RUNS.ID).from(RUNS).where(RUNS.ENDED.isNull()).fetch(RUNS.ID)) {
      if (isOver.test(run)) {
        db.update(RUNS)
            .set(RUNS.ENDED, RUNS.STARTED)
            .set(RUNS.UNFINISHED, true)
            .where(RUNS.ID.eq(run))
            .execute();
      }
    }
  }

  public static void begin(DSLContext db, int run, Instant now, String version) {
    db.insertInto(RUNS)
        .set(RUNS.ID, run)
        .set(RUNS.STARTED, now.atOffset(ZoneOffset.UTC))
        .set(RUNS.VERSION, version)
        .execute();
  }

  public static void end(DSLContext db, int run, Instant end, long duplicates) {
    db.update(RUNS)
        .set(RUNS.ENDED, end.atOffset(ZoneOffset.UTC))
        .set(RUNS.UNFINISHED, false)
        .set(RUNS.DUPLICATES, duplicates)
        .where(RUNS.ID.eq(run))
        .execute();
  }

  public static void keep(DSLContext db, int run, RunSums sums) {
    db.update(RUNS)
        .set(RUNS.INPUTS, sums.inputs())
        .set(RUNS.NOT_REPORTS, sums.notReports())
        .set(RUNS.UNREADABLE, sums.unreadable())
        .set(RUNS.STORED, sums.stored())
        .set(RUNS.CONFLICTS, sums.conflicts())
        .set(RUNS.DISCARDED, sums.discarded())
        .set(RUNS.RECORDS, sums.records())
        .set(RUNS.MESSAGES, sums.messages())
        .where(RUNS.ID.eq(run))
        .execute();
  }

  /** The newest first. */
  public static List<Run> newest(DSLContext db, int most) {
    return db.selectFrom(RUNS).orderBy(RUNS.ID.desc()).limit(most).fetch().stream()
        .map(Runs::run)
        .toList();
  }

  private static Run run(Record row) {
    boolean ended = row.get(RUNS.ENDED) != null && !row.get(RUNS.UNFINISHED);
    return new Run(
        row.get(RUNS.STARTED).toInstant(),
        ended ? Optional.of(row.get(RUNS.ENDED).toInstant()) : Optional.empty(),
        row.get(RUNS.VERSION),
        ended && row.get(RUNS.INPUTS) != null ? Optional.of(sums(row)) : Optional.empty());
  }

  private static RunSums sums(Record row) {
    return new RunSums(
        row.get(RUNS.INPUTS),
        row.get(RUNS.NOT_REPORTS),
        row.get(RUNS.UNREADABLE),
        row.get(RUNS.STORED),
        row.get(RUNS.DUPLICATES),
        row.get(RUNS.CONFLICTS),
        row.get(RUNS.DISCARDED),
        row.get(RUNS.RECORDS),
        row.get(RUNS.MESSAGES));
  }
}
