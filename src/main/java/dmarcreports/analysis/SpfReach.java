package dmarcreports.analysis;

import dmarcreports.report.AlignmentMode;

/** How far SPF can be brought to align with the domain of a service's customer. */
public enum SpfReach {
  /** Not at all, or not on a shared plan: signing is what helps. */
  NEVER,
  /** The return path lies below the customer's domain. */
  RELAXED,
  /** The return path is at the customer's own domain. */
  EXACT;

  boolean aligns(AlignmentMode mode) {
    return switch (this) {
      case NEVER -> false;
      case RELAXED -> mode == AlignmentMode.RELAXED;
      case EXACT -> true;
    };
  }
}
