package dmarcreports.dns.spf;

import dmarcreports.report.SpfResult;

/** What a mechanism that matches leads to (RFC 7208, 4.6.2). */
public enum SpfQualifier {
  PASS('+', SpfResult.PASS),
  FAIL('-', SpfResult.FAIL),
  SOFTFAIL('~', SpfResult.SOFTFAIL),
  NEUTRAL('?', SpfResult.NEUTRAL);

  private final char sign;
  private final SpfResult result;

  SpfQualifier(char sign, SpfResult result) {
    this.sign = sign;
    this.result = result;
  }

  /** As it is written. */
  public char sign() {
    return sign;
  }

  /** The result of the check. */
  public SpfResult result() {
    return result;
  }
}
