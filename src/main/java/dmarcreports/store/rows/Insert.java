package dmarcreports.store.rows;

import dmarcreports.store.columns.Column;
import dmarcreports.store.columns.Columns;
import dmarcreports.store.open.OpenDatabase;
import dmarcreports.store.open.StoreException;
import dmarcreports.store.sql.Sql;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import org.jooq.Table;

/**
 * Rows on their way into one table. jOOQ names and renders, JDBC binds and batches: that costs a
 * fifth of jOOQ's own batch, which also makes a large object of each array of bytes.
 */
public final class Insert implements AutoCloseable {
  private static final int BATCH = 1_000;

  private final OpenDatabase open;
  private final PreparedStatement statement;
  private final Object[] values;
  private int batched;

  /**
   * @param insert one that takes a value for each of the columns
   */
  public Insert(OpenDatabase open, Sql insert, Columns table) {
    this(open, open.prepare(insert), table.size());
  }

  /** Of any table. */
  public Insert(OpenDatabase open, Table<?> table) {
    this(
        open,
        open.prepare(
            open.db()
                .insertInto(table)
                .columns(table.fields())
                .values(new Object[table.fields().length])),
        table.fields().length);
  }

  private Insert(OpenDatabase open, PreparedStatement statement, int columns) {
    this.open = open;
    this.statement = statement;
    values = new Object[columns];
  }

  /** The value of a column in the row that is added next; one that is not set is null. */
  public <T> Insert set(Column<T> column, T value) {
    values[column.place()] = value;
    return this;
  }

  /** The values of all columns of the row that is added next. */
  public Insert setAll(Row row) {
    return setAll(row.values());
  }

  /** The values of all columns of the row that is added next, in their order. */
  public Insert setAll(Object... row) {
    System.arraycopy(row, 0, values, 0, values.length);
    return this;
  }

  /**
   * The row is complete.
   *
   * @throws StoreException where the database cannot take it, or one before it
   */
  public void add() {
    try {
      OpenDatabase.with(statement, values).addBatch();
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
