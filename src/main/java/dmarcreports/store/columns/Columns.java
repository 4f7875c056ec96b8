package dmarcreports.store.columns;

import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a table as {@code sql/} makes it, in their order: what rows are written and read
 * by. jOOQ knows all tables, and costs as much as ten reports to begin with.
 */
public abstract class Columns {
  private final List<Column<?>> all = new ArrayList<>();

  Columns() {}

  final <T> Column<T> add(String name, Class<T> type) {
    return add(name, type, 0);
  }

  final Column<String> text(String name, int longest) {
    return add(name, String.class, longest);
  }

  private <T> Column<T> add(String name, Class<T> type, int longest) {
    Column<T> column = new Column<>(all.size(), name, type, longest);
    all.add(column);
    return column;
  }

  /** How many there are. */
  public final int size() {
    return all.size();
  }

  /** The one at a place. */
  public final Column<?> at(int place) {
    return all.get(place);
  }
}
