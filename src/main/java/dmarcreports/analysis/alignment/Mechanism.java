package dmarcreports.analysis.alignment;

import java.util.List;

/** The two ways to prove a domain that DMARC knows. */
enum Mechanism {
  SPF(Cause.SPF_ORDER, Outcome.FAIL, Outcome.SOFTFAIL),
  DKIM(Cause.DKIM_ORDER, Outcome.FAIL, Outcome.PERMERROR);

  private final List<Cause> causes;
  private final Outcome[] failures;

  Mechanism(List<Cause> causes, Outcome... failures) {
    this.causes = causes;
    this.failures = failures;
  }

  /** Why a leg did or did not align, the first that applies. */
  List<Cause> causes() {
    return causes;
  }

  /** Whether a check of a foreign identity came to a plain no. */
  boolean isForeignFailure(Identity identity) {
    return identity.isForeign(failures);
  }
}
