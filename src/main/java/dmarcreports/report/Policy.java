package dmarcreports.report;

/** The handling that a Domain Owner asks for (RFC 9989, 4.7), from the softest to the strictest. */
public enum Policy {
  NONE,
  QUARANTINE,
  REJECT
}
