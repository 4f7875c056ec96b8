package dmarcreports.dns.spf;

import dmarcreports.report.SpfResult;

/** Why a check ended without a mechanism that matches. */
public enum SpfCause {
  /** The name is no domain name with a dot in it (RFC 7208, 4.3). */
  BAD_NAME(SpfResult.NONE),
  /** There is no record (4.5). */
  NO_RECORD(SpfResult.NONE),
  /** No mechanism matched (4.7). */
  NO_MATCH(SpfResult.NEUTRAL),
  /** A look-up failed; it cannot be told now (4.4). */
  LOOKUP_FAILED(SpfResult.TEMPERROR),
  /** There are several records (4.5). */
  SEVERAL_RECORDS(SpfResult.PERMERROR),
  /** Something in the record is not as it must be (4.6). */
  BROKEN_RECORD(SpfResult.PERMERROR),
  /** More terms that ask DNS than may be evaluated (4.6.4). */
  TOO_MANY_LOOKUPS(SpfResult.PERMERROR),
  /** More questions to which nothing is there than may be asked (4.6.4). */
  TOO_MANY_VOIDS(SpfResult.PERMERROR),
  /** More MX at one name than may be looked at (4.6.4). */
  TOO_MANY_EXCHANGES(SpfResult.PERMERROR),
  /** The domain of an {@code include} or {@code redirect} has no record (5.2, 6.1). */
  NOTHING_THERE(SpfResult.PERMERROR);

  private final SpfResult result;

  SpfCause(SpfResult result) {
    this.result = result;
  }

  /** What the check comes to. */
  public SpfResult result() {
    return result;
  }
}
