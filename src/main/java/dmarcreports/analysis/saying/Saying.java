package dmarcreports.analysis.saying;

import java.util.List;

/**
 * Something to say, without a language. Two sayings of the same phrase about the same are equal.
 *
 * @param values what it speaks of, in the order of {@link Phrase#arguments}
 */
public record Saying(Phrase phrase, List<Object> values) {

  /** Keeps its own copy of the list. */
  public Saying {
    values = List.copyOf(values);
    if (values.size() != phrase.arguments().size()) {
      throw new IllegalArgumentException(
          phrase.key() + " speaks of " + phrase.arguments() + ", not of " + values);
    }
  }
}
