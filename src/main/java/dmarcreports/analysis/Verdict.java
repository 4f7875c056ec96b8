package dmarcreports.analysis;

import java.util.Optional;

/** Whether messages pass DMARC (RFC 9989, 4.1): one aligned leg is enough. */
enum Verdict {
  PASS,
  FAIL,
  UNKNOWN;

  static Verdict of(Optional<Boolean> spf, Optional<Boolean> dkim) {
    if (spf.orElse(false) || dkim.orElse(false)) {
      return PASS;
    }
    return spf.isPresent() && dkim.isPresent() ? FAIL : UNKNOWN;
  }
}
