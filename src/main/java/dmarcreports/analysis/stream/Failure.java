package dmarcreports.analysis.stream;

import dmarcreports.analysis.alignment.Cause;
import dmarcreports.analysis.alignment.Verdict;
import java.util.Locale;

/** What kind of failure it is, by raw results alone: the headline for people in a hurry. */
public enum Failure {
  /** SPF passes for a domain that does not align; no signature passes. */
  SPF_ALIGNMENT,
  /** A signature passes for a domain that does not align; SPF does not pass. */
  DKIM_ALIGNMENT,
  /** Both pass, neither aligns. */
  SPF_AND_DKIM_ALIGNMENT,
  /** Nothing passes. */
  AUTHENTICATION,
  /** The receiver contradicts its own evidence. */
  UNEXPLAINED,
  /** The messages do not fail. */
  NONE;

  static Failure of(MailStream stream) {
    if (stream.key().verdict() != Verdict.FAIL) {
      return NONE;
    }
    if (stream.spfCause().isInconsistent() || stream.dkimCause().isInconsistent()) {
      return UNEXPLAINED;
    }
    boolean spf = stream.spfCause() == Cause.PASS_FOREIGN || stream.spfCause() == Cause.STRICT_ONLY;
    boolean dkim = !stream.key().passing().isEmpty();
    if (spf) {
      return dkim ? SPF_AND_DKIM_ALIGNMENT : SPF_ALIGNMENT;
    }
    return dkim ? DKIM_ALIGNMENT : AUTHENTICATION;
  }

  /** The word for it in CSV and JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
