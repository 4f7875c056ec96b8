package dmarcreports.analysis;

import java.util.Locale;

/**
 * Why one mechanism, SPF or DKIM, did or did not align with the Author Domain (RFC 9989, 4.4), in
 * order of precedence. SPF and DKIM differ in one place: a broken signature of our own outranks a
 * foreign pass, while SPF has but one identity.
 */
public enum Cause {
  REPORT_PASS_UNSUPPORTED,
  REPORT_FAIL_CONTRADICTED,
  ALIGNED_EXACT,
  ALIGNED_ORG,
  STRICT_ONLY,
  PASS_FOREIGN,
  OWN_PERMERROR,
  OWN_FAIL,
  OWN_SOFTFAIL,
  OWN_TEMPERROR,
  OWN_NEUTRAL,
  OWN_NONE,
  OWN_POLICY,
  FAIL_FOREIGN,
  MISSING;

  /** The word for it in CSV and JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isAligned() {
    return this == ALIGNED_EXACT || this == ALIGNED_ORG;
  }

  boolean isOwn() {
    return name().startsWith("OWN_");
  }

  boolean isInconsistent() {
    return this == REPORT_PASS_UNSUPPORTED || this == REPORT_FAIL_CONTRADICTED;
  }
}
