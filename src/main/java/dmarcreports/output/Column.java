package dmarcreports.output;

import java.util.function.Function;

/**
 * One column of a table.
 *
 * @param value text, a number, a truth value, a list of texts, or null for an empty cell
 */
record Column<T>(String name, Function<T, Object> value) {}
