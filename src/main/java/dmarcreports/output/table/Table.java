package dmarcreports.output.table;

import dmarcreports.output.page.Findings;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/**
 * A table: what it is called, its columns in their order, and its lines in theirs.
 *
 * @param <T> what one line is about
 */
public record Table<T>(String name, List<Column<T>> columns, Content<T> content) {
  /** A table whose lines are few. */
  static <T> Table<T> of(String name, List<Column<T>> columns, Function<Findings, List<T>> lines) {
    return new Table<>(
        name,
        columns,
        (findings, to) -> {
          for (T line : lines.apply(findings)) {
            to.write(line);
          }
        });
  }

  /** The columns that CSV has. */
  List<Column<T>> csvColumns() {
    return columns.stream().filter(Column::inCsv).toList();
  }

  /** Where lines go, one by one. */
  public interface Lines<T> {
    /** Writes one. */
    void write(T line) throws IOException;
  }

  /** Makes the lines, and keeps none. */
  public interface Content<T> {
    /** Writes those about the findings. */
    void to(Findings findings, Lines<T> to) throws IOException;
  }
}
