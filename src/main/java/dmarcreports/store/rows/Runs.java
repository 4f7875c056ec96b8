package dmarcreports.store.rows;

import static dmarcreports.store.tables.Tables.RUNS;

import dmarcreports.store.open.OpenDatabase;
import dmarcreports.store.sql.Sql;
import dmarcreports.stored.Run;
import dmarcreports.stored.RunSums;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Runs of ingest: that they began, and what they came to. */
public final class Runs {
  private Runs() {}

  public static int next(OpenDatabase open) {
    return NextIds.after(open, Sql.LAST_RUN);
  }

  /**
   * Those that came to no end are known to be so from now on.
   *
   * @param isOver whether a run that has not ended is not going on any more
   */
  public static void giveUp(OpenDatabase open, IntPredicate isOver) {
    for (int run : open.all(Sql.OPEN_RUNS, row -> row.getInt(1))) {
      if (isOver.test(run)) {
        open.run(Sql.GIVE_RUN_UP, run);
      }
    }
  }

  public static void begin(OpenDatabase open, int run, Instant now, String version) {
    open.run(Sql.BEGIN_RUN, run, now.atOffset(ZoneOffset.UTC), version);
  }

  public static void end(OpenDatabase open, int run, Instant end, long duplicates) {
    open.run(Sql.END_RUN, end.atOffset(ZoneOffset.UTC), duplicates, run);
  }

  public static void keep(OpenDatabase open, int run, RunSums sums) {
    open.run(
        Sql.KEEP_RUN,
        sums.inputs(),
        sums.notReports(),
        sums.unreadable(),
        sums.stored(),
        sums.conflicts(),
        sums.discarded(),
        sums.records(),
        sums.messages(),
        run);
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
