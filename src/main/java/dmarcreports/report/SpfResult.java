package dmarcreports.report;

/** The result of an SPF check (RFC 8601, 2.7.2). */
public enum SpfResult {
  NONE,
  NEUTRAL,
  PASS,
  FAIL,
  SOFTFAIL,
  TEMPERROR,
  PERMERROR,
  POLICY
}
