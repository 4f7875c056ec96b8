package dmarcreports.analysis.alignment;

import java.util.Locale;
import java.util.Optional;

/** Whether messages pass DMARC (RFC 9989, 4.1): one aligned leg is enough. */
public enum Verdict {
  /** One leg is aligned. */
  PASS,
  /** Neither is. */
  FAIL,
  /** Neither the receiver's word nor its evidence decides. */
  UNKNOWN;

  static Verdict of(Optional<Boolean> spf, Optional<Boolean> dkim) {
    if (spf.orElse(false) || dkim.orElse(false)) {
      return PASS;
    }
    return spf.isPresent() && dkim.isPresent() ? FAIL : UNKNOWN;
  }

  /** The word for it in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
