package dmarcreports.analysis.lookup;

/**
 * How signatures with one selector fared.
 *
 * @param throughSes whether one stood beside a signature of Amazon SES that passes: Amazon SES
 *     signs for nobody who has not shown that the name is theirs, so that the selector is no
 *     forger's
 */
public record SeenSignature(Fared fared, boolean throughSes) {
  /** Never seen. */
  static final SeenSignature NEVER = new SeenSignature(Fared.NONE, false);

  SeenSignature and(SeenSignature other) {
    return new SeenSignature(fared.and(other.fared), throughSes || other.throughSes);
  }

  /** Whether it is known to be ours: a forger can name a selector, not make it pass. */
  boolean isProven() {
    return throughSes || fared.passing() > 0;
  }
}
