package dmarcreports.store;

import dmarcreports.report.Origin;
import dmarcreports.report.UnreadableReport;
import dmarcreports.store.open.OpenDatabase;
import dmarcreports.store.rows.DiscardRows;
import dmarcreports.store.rows.ReportWriter;
import dmarcreports.store.sql.Sql;
import dmarcreports.stored.Discarded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
  Discards(ReportWriter writer, OpenDatabase open) {
    this.writer = writer;
    places = new HashSet<>(open.all(Sql.PLACES, row -> row.getString(1)));
  }

  /** The first so many, by input and member. */
  static List<Discarded> first(OpenDatabase open, long most) {
    return open.all(Sql.DISCARDS, Discards::discarded, most);
  }

  private static Discarded discarded(ResultSet row) throws SQLException {
    return new Discarded(
        row.getObject(1, OffsetDateTime.class).toInstant(),
        row.getString(2),
        Optional.ofNullable(row.getString(3)),
        row.getString(4),
        row.getString(5),
        row.getString(6));
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
