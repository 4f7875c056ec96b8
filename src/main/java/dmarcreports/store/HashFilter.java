package dmarcreports.store;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import org.jooq.TableField;

/**
 * The first eight bytes of every hash in a column, in memory: what is not among them is in no row,
 * and need not be looked for in the file. For a table that nobody else writes to.
 */
final class HashFilter {
  /** How many are kept; they take sixteen bytes each at least. */
  private static final int MOST = 1 << 19;

  /** Reading one row of all costs a fiftieth of looking for one. */
  private static final int ROWS_FOR_A_LOOK = 50;

  private final OpenDatabase open;
  private final String table;
  private final String column;
  private final long rows;
  private long[] slots = new long[1 << 10];
  private int size;
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
  HashFilter(OpenDatabase open, TableField<?, byte[]> column) throws SQLException {
    this.open = open;
    this.table = column.getTable().getName();
    this.column = column.getName();
    long[] count = new long[1];
    open.each("select count(*) from " + table, row -> count[0] = row.getLong(1));
    rows = count[0];
    state = rows == 0 ? State.COMPLETE : rows > MOST ? State.GIVEN_UP : State.PARTIAL;
  }

  /** Whether a row may have that hash; false is certain. */
  boolean mayHold(byte[] hash) {
    if (state == State.PARTIAL && ++looks > rows / ROWS_FOR_A_LOOK) {
      fill();
    }
    return state != State.COMPLETE || slots[slot(slots, stump(hash))] != 0;
  }

  /** A row of that hash is stored, or was and is rolled back. */
  void add(byte[] hash) {
    if (state == State.GIVEN_UP) {
      return;
    }
    if (2 * size >= slots.length) {
      grow();
    }
    long stump = stump(hash);
    int slot = slot(slots, stump);
    if (slots[slot] == 0) {
      slots[slot] = stump;
      size++;
    }
    if (size > MOST) {
      state = State.GIVEN_UP;
      slots = new long[0];
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

  private void grow() {
    long[] larger = new long[2 * slots.length];
    for (long stump : slots) {
      if (stump != 0) {
        larger[slot(larger, stump)] = stump;
      }
    }
    slots = larger;
  }

  /** Where it is, or has to be. */
  private static int slot(long[] slots, long stump) {
    int slot = (int) stump & slots.length - 1;
    while (slots[slot] != 0 && slots[slot] != stump) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  private static long stump(byte[] hash) {
    long stump = ByteBuffer.wrap(hash).getLong();
    return stump == 0 ? 1 : stump;
  }
}
