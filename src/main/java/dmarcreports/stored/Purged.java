package dmarcreports.stored;

import dmarcreports.report.Messages;

/**
 * What was purged, or would be.
 *
 * @param reports taken away whole
 * @param parts reports of which something is left
 * @param records of both
 * @param messages that these records count together, as far as they were counted
 */
public record Purged(long reports, long parts, long records, long messages) {
  /** Nothing. */
  public static final Purged NOTHING = new Purged(0, 0, 0, 0);

  /** Both together. */
  public Purged plus(Purged other) {
    return new Purged(
        reports + other.reports,
        parts + other.parts,
        records + other.records,
        Messages.sum(messages, other.messages));
  }
}
