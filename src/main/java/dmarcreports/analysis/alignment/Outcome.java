package dmarcreports.analysis.alignment;

import java.util.Locale;

/** What a check of SPF or DKIM came to: the words of RFC 8601, 2.7.1 and 2.7.2 together. */
public enum Outcome {
  PASS,
  FAIL,
  SOFTFAIL,
  NEUTRAL,
  NONE,
  PERMERROR,
  TEMPERROR,
  POLICY,
  /** A word that is none of the format's. */
  ODD;

  public String word() {
    return this == ODD ? "" : name().toLowerCase(Locale.ROOT);
  }
}
