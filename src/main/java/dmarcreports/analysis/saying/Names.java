package dmarcreports.analysis.saying;

import java.util.Collection;
import java.util.List;

/**
 * Several names in one sentence, or the first of them and how many more there are.
 *
 * @param shown those that are named, in order
 * @param joint what stands between them
 * @param more how many are not named
 */
public record Names(List<String> shown, Joint joint, int more) {

  /** What stands between names. */
  public enum Joint {
    /** {@code a, b, c}. */
    COMMA,
    /** {@code a and b}. */
    AND,
    /** {@code a or b}. */
    OR,
    /** {@code a, b and c}. */
    SERIES
  }

  /** Keeps its own copy of the list. */
  public Names {
    shown = List.copyOf(shown);
  }

  /** All of them. */
  public static Names of(Joint joint, Collection<?> all) {
    return of(joint, all, Integer.MAX_VALUE);
  }

  /** Not more than so many of them. */
  public static Names of(Joint joint, Collection<?> all, int most) {
    List<String> shown = all.stream().limit(most).map(Object::toString).toList();
    return new Names(shown, joint, all.size() - shown.size());
  }
}
