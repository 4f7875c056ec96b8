package dmarcreports.dns.spf;

/**
 * Something that is allowed in a record, and hardly meant.
 *
 * @param oddity what it is
 * @param place where, counted in characters from 0
 * @param text the word that is meant; empty where something is missing
 */
public record SpfRemark(Oddity oddity, int place, String text) {
  /** What may strike. */
  public enum Oddity {
    /** Everybody is let in. */
    PASS_ALL,
    /** Stands after {@code all}, where nobody looks. */
    AFTER_ALL,
    /** Neither {@code all} nor {@code redirect} at the end: neutral for everybody else. */
    NO_END,
    /** {@code ptr}: slow and unreliable, and not to be used (RFC 7208, 5.5). */
    PTR,
    /** A modifier that no standard knows; receivers ignore it. */
    UNKNOWN_MODIFIER,
    /** A mechanism with an equals sign for its colon: a modifier that nobody knows. */
    MECHANISM_AS_MODIFIER,
    /** {@code v=spf1} again: two records in one. */
    SECOND_VERSION,
    /** The same word as before. */
    REPEATED
  }
}
