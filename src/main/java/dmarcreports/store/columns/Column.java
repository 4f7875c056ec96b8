package dmarcreports.store.columns;

/**
 * A column of a table.
 *
 * @param place where it stands, from 0
 * @param longest the most characters that a text may have in it
 */
public record Column<T>(int place, String name, Class<T> type, int longest) {}
