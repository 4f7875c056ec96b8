package dmarcreports.store;

import static dmarcreports.store.tables.Tables.DISCARDS;
import static dmarcreports.store.tables.Tables.RUNS;

import dmarcreports.report.Origin;
import dmarcreports.report.UnreadableReport;
import dmarcreports.store.rows.DiscardRows;
import dmarcreports.store.rows.ReportWriter;
import dmarcreports.stored.Discarded;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * What was discarded and has not been read since: one row for each place and member (each run has a
 * place of its own where it was piped), of at most {@value #KEPT}, the longest unseen forgotten
 * first.
 */
public final class Discards {
  /** How many are kept. */
  public static final int KEPT = DiscardRows.KEPT;

  private final ReportWriter writer;
  private final Set<String> places;

  /** Those that a run adds. */
  Discards(ReportWriter writer, DSLContext db) {
    this.writer = writer;
    places = new HashSet<>(db.select(DISCARDS.PLACE).from(DISCARDS).fetchSet(DISCARDS.PLACE));
  }

  /** The first so many, by input and member. */
  static List<Discarded> first(DSLContext db, long most) {
    return db
        .select(DISCARDS.fields())
        .select(RUNS.STARTED)
        .from(DISCARDS)
        .join(RUNS)
        .on(RUNS.ID.eq(DISCARDS.LAST_RUN_ID))
        .orderBy(DISCARDS.INPUT, DISCARDS.MEMBER.asc().nullsFirst(), DISCARDS.PLACE, DISCARDS.ID)
        .limit(most)
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
    places.add(place);
    writer.discards(rows -> rows.add(origin, place, why));
  }

  /** The input that lies there was read to its end: what this run did not discard is in order. */
  public void settle(String place) {
    if (!place.equals(DiscardRows.STDIN) && places.contains(place)) {
      writer.discards(rows -> rows.settle(place));
    }
  }

  /** What lay at one place now lies at another. */
  public void moved(String from, String to) {
    places.remove(from);
    places.add(to);
    writer.discards(rows -> rows.moved(from, to));
  }
}
