package dmarcreports.report;

/** What the receiver did with the mail (RFC 9990, {@code disposition}). */
public enum Disposition {
  NONE,
  PASS,
  QUARANTINE,
  REJECT
}
