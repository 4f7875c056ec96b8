package dmarcreports.analysis.sums;

import dmarcreports.report.Messages;
import java.util.OptionalDouble;

/**
 * How messages fared, in exact sums.
 *
 * @param messages all of them: {@code pass + fail + unknown}
 * @param pass one leg is aligned (RFC 9989, 4.1)
 * @param fail neither leg is
 * @param unknown neither the receiver's word nor its evidence decides
 * @param spfAligned the SPF leg is aligned
 * @param dkimAligned the DKIM leg is aligned
 * @param quarantined the receiver set them aside
 * @param rejected the receiver refused them
 * @param overridden failing ones, treated more softly than the policy that applied
 */
public record Tally(
    long messages,
    long pass,
    long fail,
    long unknown,
    long spfAligned,
    long dkimAligned,
    long quarantined,
    long rejected,
    long overridden) {

  /** No message at all. */
  public static final Tally EMPTY = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** Refuses verdicts that do not add up. */
  public Tally {
    if (messages != sum(sum(pass, fail), unknown)) {
      throw new IllegalArgumentException(
          messages + " messages are not " + pass + " + " + fail + " + " + unknown);
    }
  }

  /** Both together. */
  public Tally plus(Tally other) {
    return new Tally(
        sum(messages, other.messages),
        sum(pass, other.pass),
        sum(fail, other.fail),
        sum(unknown, other.unknown),
        sum(spfAligned, other.spfAligned),
        sum(dkimAligned, other.dkimAligned),
        sum(quarantined, other.quarantined),
        sum(rejected, other.rejected),
        sum(overridden, other.overridden));
  }

  /** The sum of two numbers of messages; the greatest long where it would be more. */
  public static long sum(long one, long other) {
    return Messages.sum(one, other);
  }

  /** That share if some of the failing messages passed. */
  public OptionalDouble passRateWith(long repaired) {
    return pass == 0 && fail == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((pass + (double) repaired) / ((double) pass + fail));
  }

  /** The share of passes among the decided ones, 0 to 1; empty where none is decided. */
  public OptionalDouble passRate() {
    return pass == 0 && fail == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(pass / ((double) pass + fail));
  }
}
