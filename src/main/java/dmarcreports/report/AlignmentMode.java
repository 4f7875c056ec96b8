package dmarcreports.report;

/** How alike an authenticated domain and the Author Domain must be (RFC 9989, 3.2.10). */
public enum AlignmentMode {
  RELAXED,
  STRICT
}
