package dmarcreports.report;

import java.util.Locale;

/**
 * Something that can be read with certainty but is not written as the format says.
 *
 * @param path the element, such as {@code row/source_ip} or {@code auth_results/dkim[2]/result}
 * @param raw what stood there; hostile text
 */
public record Deviation(Code code, String path, String raw) {
  /** What is odd. */
  public enum Code {
    /** A word that is none of the format's; taken as absent or as the word it stands for. */
    UNKNOWN_WORD,
    /** A text that is no domain, no address, no number; taken as absent. */
    NOT_A_VALUE,
    /** A value that had to be cleaned: milliseconds, a mailbox instead of its domain, a port. */
    CLEANED,
    /** A value that is not there and was taken from elsewhere. */
    ASSUMED,
    /** An element that is there twice; the first one counts. */
    REPEATED,
    /** An entry without content that was left out. */
    LEFT_OUT,
    /** An element that the format does not know. */
    UNKNOWN_ELEMENT,
    /** An element under another name than the format's. */
    RENAMED,
    /** Bytes or characters that had to be mended before the document could be read. */
    REPAIRED,
    /** The receiver's window lies in the future. */
    FUTURE,
    /** A window of more than two days, or one that ends before it begins. */
    WINDOW
  }

  @Override
  public String toString() {
    return code.name().toLowerCase(Locale.ROOT) + ":" + path + "=" + raw;
  }
}
