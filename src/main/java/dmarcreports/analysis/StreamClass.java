package dmarcreports.analysis;

import java.util.Locale;

/** What a mail stream is: the decision table in order of precedence. */
public enum StreamClass {
  INVALID_FROM,
  REPORTER_INCONSISTENT,
  HEALTHY,
  FORWARDED_OK,
  OK_DKIM_ONLY,
  OK_SPF_ONLY,
  TRANSIENT,
  STRICT_MODE,
  SES_DKIM_BROKEN,
  SES_UNALIGNED,
  VENDOR_UNALIGNED,
  LIST_OR_FORWARD_BROKEN,
  OWN_DKIM,
  OWN_SPF,
  UNKNOWN_THIRD_PARTY,
  SPOOF_SUSPECT,
  UNKNOWN;

  /** The word for it in CSV and JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
