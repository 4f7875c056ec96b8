package dmarcreports.mail;

import java.time.Duration;

/**
 * How much of hostile input is unpacked; each has an option that its message names.
 *
 * @param documentBytes of one document, unpacked
 * @param ratio how often the size of its input it may have, once past 16 MiB
 * @param entries of one archive, and members of one gzip
 * @param depth container layers around a document; mails are counted apart
 * @param silence how long standard input may give nothing
 */
public record Limits(long documentBytes, int ratio, int entries, int depth, Duration silence) {
  /** Unpacked from one input, or one message of an mbox, in all its layers together. */
  static final long INFLATED_BYTES = 4L << 30;

  /** What is fetched from a server whatever the size of a document may be. */
  static final long FETCHED_BYTES = 64L << 20;

  /** Output below which no ratio is too high: many equal records alone reach 200:1. */
  static final long RATIO_APPLIES_PAST = 16L << 20;

  /** Documents and broken things of one input, or one message of an mbox, that are told of. */
  static final int FINDINGS = 100_000;

  /** Those among them that are beyond a limit: layers in layers multiply without end. */
  static final int BEYOND_LIMIT = 100;

  /** An archive that needs its end first, when it is not a file on disk. */
  static final int BUFFERED_BYTES = 64 << 20;

  /** Memory that a 7z or xz may demand by its header. */
  static final int DICTIONARY_KIB = 96 << 10;

  /** Mails in mails, and multiparts in multiparts. */
  static final int MAIL_DEPTH = 16;

  static final int MAIL_PARTS = 1000;

  static final int HEADER_BLOCK_BYTES = 1 << 20;

  /** Every limit is at least one. */
  public Limits {
    if (documentBytes < 1 || ratio < 1 || entries < 1 || depth < 1) {
      throw new IllegalArgumentException("a limit below one");
    }
  }

  /** How large what is fetched from a server may be: the largest report, as an attachment. */
  long fetchedBytes() {
    return Math.max(2 * documentBytes, FETCHED_BYTES);
  }

  /** Those that the README states. */
  public static Limits defaults() {
    return new Limits(1L << 30, 500, 1000, 4, Duration.ofSeconds(60));
  }
}
