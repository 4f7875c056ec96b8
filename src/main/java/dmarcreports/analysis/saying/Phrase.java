package dmarcreports.analysis.saying;

import java.util.List;
import java.util.Locale;

/**
 * A sentence, or a clause of one, that can be said in any language. Implemented by enums: what can
 * be said about one subject stands on one page, and a test compares it with every catalogue.
 */
public interface Phrase {
  /** The enum's name for it. */
  String name();

  /** What it is about: the first part of its key. */
  String subject();

  /** The names of what it speaks of, in the order in which {@link #of} takes them. */
  List<String> arguments();

  /** Where its words stand in a catalogue: {@code cause.own_fail}. Never changes once written. */
  default String key() {
    return subject() + "." + name().toLowerCase(Locale.ROOT);
  }

  /**
   * The phrase about something.
   *
   * @param values a name ({@link String}, or anything that is written by its {@code toString}, such
   *     as a domain), a number of something ({@link Long} or {@link Integer}), several names
   *     ({@link Names}), or a {@link Saying} in it
   * @throws IllegalArgumentException where there are more or fewer than it has arguments
   */
  default Saying of(Object... values) {
    return new Saying(this, List.of(values));
  }
}
