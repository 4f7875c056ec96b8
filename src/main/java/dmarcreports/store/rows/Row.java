package dmarcreports.store.rows;

import dmarcreports.store.columns.Column;
import dmarcreports.store.columns.Columns;
import java.io.Serializable;
import java.util.Locale;

/** The values of one row of a table, by column; one that is not set is null. */
public final class Row implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Serializable[] values;

  public Row(Columns table) {
    values = new Serializable[table.size()];
  }

  /**
   * The row whose values those are.
   *
   * @param values in the order of the table's columns
   */
  public Row(Columns table, Object... values) {
    this(table);
    System.arraycopy(values, 0, this.values, 0, this.values.length);
  }

  public <T extends Serializable> Row set(Column<T> column, T value) {
    values[column.place()] = value;
    return this;
  }

  public <T extends Serializable> T get(Column<T> column) {
    return column.type().cast(values[column.place()]);
  }

  /** In the order of the table's columns. */
  public Object[] values() {
    return values.clone();
  }

  /**
   * Looks at each text.
   *
   * @throws TooLong where a text is one that no database of this program takes
   */
  public Row checked(Columns table) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof String text) {
        check(text, table.at(i).name(), table.at(i).longest());
      }
    }
    return this;
  }

  /**
   * Looks at a text.
   *
   * @throws TooLong where it is one that no database of this program takes
   */
  public static void check(String text, String column, int longest) {
    if (text.length() > longest) {
      throw TooLong.of(column, longest);
    }
    if (text.indexOf('\0') >= 0) {
      throw new TooLong(column.toLowerCase(Locale.ROOT) + " with a NUL, not stored");
    }
  }
}
