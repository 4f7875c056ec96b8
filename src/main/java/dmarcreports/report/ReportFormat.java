package dmarcreports.report;

/** The shape in which a report is written: evidence found in it, never a switch on what is read. */
public enum ReportFormat {
  /** Before RFC 7489: no version, no {@code fo}, no selector, no scope. */
  PRE_RFC,
  RFC7489,
  RFC9990,
  /** Words of RFC 9990 in the shape of RFC 7489, or the other way round. */
  HYBRID
}
