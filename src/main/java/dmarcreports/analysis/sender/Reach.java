package dmarcreports.analysis.sender;

import dmarcreports.report.AlignmentMode;

/** How far a service can be brought to align with the domain of its customer, by SPF or by DKIM. */
public enum Reach {
  /** Not at all, or not on a shared plan. */
  NEVER,
  /** With a name below the customer's domain. */
  RELAXED,
  /** With the customer's domain itself. */
  EXACT;

  boolean aligns(AlignmentMode mode) {
    return switch (this) {
      case NEVER -> false;
      case RELAXED -> mode == AlignmentMode.RELAXED;
      case EXACT -> true;
    };
  }
}
