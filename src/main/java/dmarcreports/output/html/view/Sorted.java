package dmarcreports.output.html.view;

/**
 * A cell to sort by.
 *
 * @param value what it is sorted by
 */
public record Sorted(String text, String value) {}
