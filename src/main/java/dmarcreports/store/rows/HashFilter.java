package dmarcreports.store.rows;

import dmarcreports.store.open.OpenDatabase;
import java.sql.SQLException;
import org.jooq.TableField;

/**
 * The first eight bytes of every hash in a column, in memory: what is not among them is in no row,
 * and need not be looked for in the file. For a table that nobody else writes to.
 */
public final class HashFilter {
  /** Reading one row of all costs a fiftieth of looking for one. */
  private static final int ROWS_FOR_A_LOOK = 50;

  private final OpenDatabase open;
  private final String table;
  private final String column;
  private final long rows;
  private final Stumps stumps = new Stumps();
  private long looks;
  private State state;

  private enum State {
    /** Only what was added is known. */
    PARTIAL,
    COMPLETE,
    /** There are more than are kept: nothing is certain. */
    GIVEN_UP
  }

  /** A filter that is filled once it pays. */
  public HashFilter(OpenDatabase open, TableField<?, byte[]> column) throws SQLException {
    this.open = open;
    this.table = column.getTable().getName();
    this.column = column.getName();
    long[] count = new long[1];
    open.each("select count(*) from " + table, row -> count[0] = row.getLong(1));
    rows = count[0];
    state = rows == 0 ? State.COMPLETE : rows > Stumps.MOST ? State.GIVEN_UP : State.PARTIAL;
  }

  /** Whether a row may have that hash; false is certain. */
  public boolean mayHold(byte[] hash) {
    if (state == State.PARTIAL && ++looks > rows / ROWS_FOR_A_LOOK) {
      fill();
    }
    return state != State.COMPLETE || stumps.hold(hash);
  }

  /** A row of that hash is stored, or was and is rolled back. */
  public void add(byte[] hash) {
    if (state != State.GIVEN_UP) {
      stumps.add(hash);
    }
    if (stumps.full()) {
      state = State.GIVEN_UP;
    }
  }

  private void fill() {
    state = State.COMPLETE;
    try {
      open.each(
          "select " + column + " from " + table + " where " + column + " is not null",
          row -> add(row.getBytes(1)));
    } catch (SQLException e) {
      throw open.failure(e);
    }
  }
}
