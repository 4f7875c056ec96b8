package dmarcreports.stored;

import java.util.List;

/**
 * What was discarded and has not been read since.
 *
 * @param all how many there are
 * @param first as many as were asked for, by input and member
 */
public record DiscardList(long all, List<Discarded> first) {
  /** Nothing. */
  public static final DiscardList NONE = new DiscardList(0, List.of());

  /** Keeps its own copy of the list. */
  public DiscardList {
    first = List.copyOf(first);
  }
}
