package dmarcreports.output.html.view;

import java.util.List;

/**
 * A bar of parts that make up a whole.
 *
 * @param parts those that are more than nothing
 */
public record Meter(List<Part> parts) {
  public Meter {
    parts = List.copyOf(parts);
  }

  /**
   * One part.
   *
   * @param kind how it is drawn: {@code pass ours perhaps others unknown}
   * @param at where it begins, in per cent of the whole
   * @param width in per cent of the whole
   */
  public record Part(String kind, String label, String number, String at, String width) {}
}
