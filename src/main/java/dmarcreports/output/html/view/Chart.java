package dmarcreports.output.html.view;

import java.util.List;
import java.util.Optional;

/**
 * How the messages of each day fared. Each kind is one area, with those below it, in days across
 * and parts of the highest day down; those further below are drawn over it.
 *
 * @param says what it shows, in a sentence
 * @param peak the number of messages of the highest day
 * @param span how many days
 * @param height of the highest day
 * @param series from below
 * @param marks the days on which something changed
 * @param shown how many days the table has
 * @param more what is left out
 */
public record Chart(
    String says,
    String peak,
    String first,
    String last,
    long span,
    int height,
    List<Series> series,
    List<Mark> marks,
    List<Event> events,
    List<Month> months,
    int shown,
    Optional<String> more) {
  public Chart {
    series = List.copyOf(series);
    marks = List.copyOf(marks);
    events = List.copyOf(events);
    months = List.copyOf(months);
  }

  /**
   * One kind of messages.
   *
   * @param kind {@code pass fail unknown}
   */
  public record Series(String kind, String label, String path) {}

  /**
   * A day on which something changed.
   *
   * @param at in per cent of the width
   * @param side which side of it has room for its label: {@code start middle end}
   */
  public record Mark(String label, String at, String side) {}

  /** What changed on a day. */
  public record Event(String label, String day, String kind, String text, String href) {}

  /** Its days in the table. */
  public record Month(String month, List<Day> days) {
    public Month {
      days = List.copyOf(days);
    }
  }

  /**
   * Its line in the table.
   *
   * @param day of the month
   * @param numbers of each series
   */
  public record Day(String day, List<String> numbers) {
    public Day {
      numbers = List.copyOf(numbers);
    }
  }
}
