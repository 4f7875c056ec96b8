package dmarcreports.mail;

import dmarcreports.report.UnreadableReport.Reason;
import java.time.Duration;
import java.util.Optional;

/**
 * What one input, or one message of an mbox, may still unpack. It counts real output over all
 * layers, so neither lying sizes nor overlapping or nested archives get around it.
 */
final class Budget {
  private final Limits limits;
  private long packed;
  private long unpacked;
  private int findings;
  private int beyondLimit;
  private boolean full;
  private BrokenContent exceeded;

  Budget(Limits limits) {
    this.limits = limits;
  }

  /** How long the input itself may give nothing. */
  Duration silence() {
    return limits.silence();
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

  /** One thing more to tell of: nothing, or what is to be told once in the place of all others. */
  Optional<BrokenContent> found(boolean isBeyondLimit) {
    findings++;
    beyondLimit += isBeyondLimit ? 1 : 0;
    boolean tooDeep = beyondLimit > Limits.BEYOND_LIMIT;
    if (!tooDeep && findings <= Limits.FINDINGS) {
      return Optional.empty();
    }
    full = true;
    String what =
        tooDeep
            ? "more than " + Limits.BEYOND_LIMIT + " things beyond a limit"
            : "more than " + Limits.FINDINGS + " documents";
    String found = "holds " + what + ", and the rest of it is not read: unpack it first";
    BrokenContent rest = new BrokenContent(Reason.ARCHIVE_LIMIT, found);
    exceeded = exceeded == null ? rest : exceeded;
    return Optional.of(rest);
  }

  /** Whether nothing more is to be told. */
  boolean isFull() {
    return full;
  }

  private static BrokenContent exceeded(String what) {
    return new BrokenContent(Reason.ARCHIVE_LIMIT, "unpacks to " + what);
  }

  boolean isExceeded() {
    return exceeded != null;
  }
}
