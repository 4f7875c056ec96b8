package dmarcreports.store.rows;

import dmarcreports.report.Origin;
import dmarcreports.report.UnreadableReport;
import dmarcreports.store.open.OpenDatabase;
import dmarcreports.store.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The rows of what was discarded, changed by one run while no other changes them. */
public final class DiscardRows {
  /** How many are kept. */
  public static final int KEPT = 10_000;

  /** The place of what was piped. */
  public static final String STDIN = "-";

  private static final int FORGOTTEN_AT_ONCE = 100;

  private final OpenDatabase open;
  private final int run;
  private long rows;
  private int nextId;

  public DiscardRows(OpenDatabase open, int run) {
    this.open = open;
    this.run = run;
    rows = open.number(Sql.COUNT_DISCARDS);
    nextId = NextIds.after(open, Sql.LAST_DISCARD);
  }

  /** One that is stored. */
  private record Old(int id, int run, String reason, String detail) {
    static Old of(ResultSet row) throws SQLException {
      return new Old(row.getInt(1), row.getInt(2), row.getString(3), row.getString(4));
    }
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
    String reason = why.reason().word();
    Optional<Old> old =
        (place.equals(STDIN)
                ? open.all(Sql.DISCARD_PIPED, Old::of, place, member, run)
                : open.all(Sql.DISCARD_AT, Old::of, place, member))
            .stream().findFirst();
    if (old.isEmpty()) {
      forgetOldest();
      open.run(Sql.INSERT_DISCARD, nextId++, run, run, input, member, place, reason, detail);
      rows++;
      return;
    }
    boolean told = old.get().reason().equals(reason) && old.get().detail().equals(detail);
    int since = told ? old.get().run() : run;
    open.run(Sql.DISCARD_AGAIN, since, run, input, reason, detail, old.get().id());
  }

  private void forgetOldest() {
    if (rows < KEPT) {
      return;
    }
    List<Integer> oldest =
        open.all(Sql.OLDEST_DISCARDS, row -> row.getInt(1), rows - KEPT + FORGOTTEN_AT_ONCE);
    for (Integer id : oldest) {
      open.run(Sql.FORGET_DISCARD, id);
    }
    rows -= oldest.size();
  }

  /**
   * The input that lies there was read to its end: what runs before this one discarded of it is in
   * order.
   */
  public void settle(String place) {
    rows -= open.run(Sql.SETTLE_DISCARDS, place, run);
  }

  /** What lay at one place now lies at another. */
  public void moved(String from, String to) {
    open.run(Sql.MOVE_DISCARDS, to, from);
  }
}
