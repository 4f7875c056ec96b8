package dmarcreports.store.rows;

import dmarcreports.store.open.OpenDatabase;
import dmarcreports.store.open.StoreException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;

/**
 * Rows on their way into one table. jOOQ names and renders, JDBC binds and batches: that costs a
 * fifth of jOOQ's own batch, which also makes a large object of each array of bytes.
 */
public final class Insert implements AutoCloseable {
  private static final int BATCH = 1_000;

  private final OpenDatabase open;
  private final PreparedStatement statement;
  private final Map<Field<?>, Integer> places = new IdentityHashMap<>();
  private final Object[] values;
  private int batched;

  public Insert(OpenDatabase open, Table<?> table) {
    this.open = open;
    for (Field<?> column : table.fields()) {
      places.put(column, places.size());
    }
    values = new Object[places.size()];
    statement = open.prepare(open.db().insertInto(table).columns(table.fields()).values(values));
  }

  /** The value of a column in the row that is added next; one that is not set is null. */
  public <T> Insert set(TableField<?, T> column, T value) {
    values[places.get(column)] = value;
    return this;
  }

  /** The values of all columns of the row that is added next. */
  public Insert setAll(Row row) {
    System.arraycopy(row.values(), 0, values, 0, values.length);
    return this;
  }

  /**
   * The row is complete.
   *
   * @throws StoreException where the database cannot take it, or one before it
   */
  public void add() {
    try {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.addBatch();
      batched++;
    } catch (SQLException e) {
      throw open.failure(e);
    }
    Arrays.fill(values, null);
    if (batched == BATCH) {
      flush();
    }
  }

  /** All rows added are in the table. */
  public void flush() {
    if (batched == 0) {
      return;
    }
    try {
      batched = 0;
      statement.executeBatch();
    } catch (SQLException e) {
      throw open.failure(e);
    }
  }

  /** The rows added since the last flush are not wanted. */
  public void forget() {
    try {
      batched = 0;
      statement.clearBatch();
    } catch (SQLException e) {
      throw open.failure(e);
    }
  }

  /** What was not flushed is not wanted. */
  @Override
  public void close() {
    try {
      statement.close();
    } catch (SQLException e) {
      throw open.failure(e);
    }
  }
}
