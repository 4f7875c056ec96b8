package dmarcreports.output;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A table: what it is called, its columns in their order, and its lines in theirs.
 *
 * @param <T> what one line is about
 */
record Table<T>(String name, List<Column<T>> columns, Function<Findings, List<T>> lines) {
  /** The columns that CSV has. */
  List<Column<T>> csvColumns() {
    return columns.stream().filter(Column::inCsv).toList();
  }

  /** The values of one line of CSV. */
  List<Object> values(T line) {
    List<Object> values = new ArrayList<>(columns.size());
    for (Column<T> column : csvColumns()) {
      values.add(column.value().apply(line));
    }
    return values;
  }
}
