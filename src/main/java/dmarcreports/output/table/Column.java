package dmarcreports.output.table;

import dmarcreports.output.plain.Steps;
import java.util.function.Function;

/**
 * One column of a table.
 *
 * @param value text, a number, a truth value, a list of texts, {@link Steps}, or null for an empty
 *     cell; where it is not in CSV also maps and lists of maps
 * @param inCsv whether CSV has it; JSON has all of them
 */
public record Column<T>(String name, Function<T, Object> value, boolean inCsv) {
  public Column(String name, Function<T, Object> value) {
    this(name, value, true);
  }

  /** A column that a cell could not hold. */
  static <T> Column<T> json(String name, Function<T, Object> value) {
    return new Column<>(name, value, false);
  }
}
