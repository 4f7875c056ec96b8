package dmarcreports.dns.spf;

/**
 * Something for which receivers refuse a record whole: permerror (RFC 7208, 4.6).
 *
 * @param breach what is wrong
 * @param place where, counted in characters from 0
 * @param text the word that is meant
 */
public record SpfFault(Breach breach, int place, String text) {
  /** What may be wrong. */
  public enum Breach {
    /** A character that no record may have; a tab is one. */
    BAD_CHARACTER,
    /** No mechanism of that name. */
    UNKNOWN_MECHANISM,
    /** The mechanism wants a domain or an address, and there is none. */
    ARGUMENT_MISSING,
    /** The mechanism takes none. */
    ARGUMENT_UNEXPECTED,
    /** What stands there names no domain. */
    BAD_DOMAIN,
    /** A per cent sign that begins no macro. */
    BAD_MACRO,
    /** What stands there is no address of that family. */
    BAD_ADDRESS,
    /** No number of bits that such an address has. */
    BAD_PREFIX,
    /** {@code redirect} or {@code exp} for the second time. */
    DUPLICATE_MODIFIER
  }
}
