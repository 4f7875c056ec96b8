package dmarcreports.dns;

import java.util.Comparator;

/**
 * Something in a list of tags that is not as it should be.
 *
 * @param defect what is wrong
 * @param place where in the text, counted in characters from 0
 * @param tag the tag that it is about, in lower case; empty where no tag can be read
 * @param text the words of the record that are meant; empty where something is missing
 */
public record TagFault(Defect defect, int place, String tag, String text)
    implements Comparable<TagFault> {
  private static final Comparator<TagFault> ORDER =
      Comparator.comparingInt(TagFault::place)
          .thenComparing(TagFault::defect)
          .thenComparing(TagFault::tag)
          .thenComparing(TagFault::text);

  /** What may be wrong with a tag. */
  public enum Defect {
    /** Nothing between two semicolons. */
    EMPTY_TAG,
    /** Words without an equals sign; often a semicolon that is missing or one too many. */
    NO_EQUALS,
    /** What stands before the equals sign cannot be a tag. */
    BAD_NAME,
    /** Nothing after the equals sign. */
    EMPTY_VALUE,
    /** A character that no value may have: one outside printable ASCII. */
    BAD_CHARACTER,
    /** The tag is there for the second time; the first counts here, but receivers differ. */
    DUPLICATE_TAG,
    /** No standard knows the tag; receivers ignore it. */
    UNKNOWN_TAG,
    /** An older standard knew the tag, the present one does not. */
    REMOVED_TAG,
    /** None of the values that the tag may have. */
    BAD_VALUE,
    /** A number, but one that the tag may not have. */
    OUT_OF_RANGE,
    /** Values that exclude each other. */
    CONTRADICTION,
    /** The tag is not there, and should be. */
    MISSING_TAG,
    /** The tag does not stand where it should. */
    MISPLACED_TAG,
    /** The tag says something only beside another one, which is not there. */
    IDLE_TAG
  }

  /** By place. */
  @Override
  public int compareTo(TagFault other) {
    return ORDER.compare(this, other);
  }
}
