package dmarcreports.mail;

import dmarcreports.report.UnreadableReport.Reason;

/**
 * What one input, or one message of an mbox, may still unpack. It counts real output over all
 * layers, so neither lying sizes nor overlapping or nested archives get around it.
 */
final class Budget {
  private final Limits limits;
  private long packed;
  private long unpacked;
  private BrokenContent exceeded;

  Budget(Limits limits) {
    this.limits = limits;
  }

  /** Bytes of the input itself. */
  void packed(long bytes) {
    packed += bytes;
  }

  /** Bytes that came out of a decompressor. */
  void unpacked(long bytes) throws BrokenContent {
    unpacked += bytes;
    if (exceeded == null && unpacked > Limits.INFLATED_BYTES) {
      exceeded = exceeded("more than " + (Limits.INFLATED_BYTES >> 30) + " GiB: unpack it first");
    }
    if (exceeded == null
        && unpacked > Limits.RATIO_APPLIES_PAST
        && unpacked / limits.ratio() > packed) {
      exceeded = exceeded("more than " + limits.ratio() + " times its size (--max-ratio)");
    }
    if (exceeded != null) {
      throw exceeded;
    }
  }

  private static BrokenContent exceeded(String what) {
    return new BrokenContent(Reason.ARCHIVE_LIMIT, "unpacks to " + what);
  }

  boolean isExceeded() {
    return exceeded != null;
  }
}
