package dmarcreports.report;

/** The result of checking one DKIM signature (RFC 8601, 2.7.1). */
public enum DkimResult {
  NONE,
  PASS,
  FAIL,
  POLICY,
  NEUTRAL,
  TEMPERROR,
  PERMERROR
}
