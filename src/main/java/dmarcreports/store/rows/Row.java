package dmarcreports.store.rows;

import java.io.Serializable;
import java.util.Locale;
import org.jooq.Table;
import org.jooq.TableField;

/** The values of one row of a table, by column; one that is not set is null. */
public final class Row implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Serializable[] values;

  public Row(Table<?> table) {
    values = new Serializable[table.fields().length];
  }

  /**
   * The row whose values those are.
   *
   * @param values in the order of the table's columns
   */
  public Row(Table<?> table, Object... values) {
    this(table);
    System.arraycopy(values, 0, this.values, 0, this.values.length);
  }

  public <T extends Serializable> Row set(TableField<?, T> column, T value) {
    values[column.getTable().indexOf(column)] = value;
    return this;
  }

  public <T extends Serializable> T get(TableField<?, T> column) {
    return column.getType().cast(values[column.getTable().indexOf(column)]);
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
  public Row checked(Table<?> table) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof String text) {
        check(text, table.field(i).getName(), table.field(i).getDataType().length());
      }
    }
    return this;
  }

  private static void check(String text, String column, int longest) {
    if (text.length() > longest) {
      throw TooLong.of(column, longest);
    }
    if (text.indexOf('\0') >= 0) {
      throw new TooLong(column.toLowerCase(Locale.ROOT) + " with a NUL, not stored");
    }
  }
}
