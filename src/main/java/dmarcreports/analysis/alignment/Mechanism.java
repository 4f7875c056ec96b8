package dmarcreports.analysis.alignment;

/** The two ways to prove a domain that DMARC knows. */
enum Mechanism {
  SPF(Outcome.FAIL, Outcome.SOFTFAIL),
  DKIM(Outcome.FAIL, Outcome.PERMERROR);

  private final Outcome[] failures;

  Mechanism(Outcome... failures) {
    this.failures = failures;
  }

  /** Whether a check of a foreign identity came to a plain no. */
  boolean isForeignFailure(Identity identity) {
    return identity.isForeign(failures);
  }
}
