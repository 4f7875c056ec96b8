package dmarcreports.report;

import java.util.List;
import java.util.Optional;

/**
 * What SPF and DKIM said, whatever it is worth for DMARC (RFC 9990, {@code auth_results}). A result
 * that is absent stands for a word that is none; such a word passes nothing.
 */
public record AuthResults(List<Dkim> dkim, List<Spf> spf) {
  /** Keeps its own copies of the lists. */
  public AuthResults {
    dkim = List.copyOf(dkim);
    spf = List.copyOf(spf);
  }

  /** The identity that an SPF check was about (RFC 7208, 2.3 and 2.4). */
  public enum Scope {
    HELO,
    MFROM
  }

  /**
   * One DKIM signature.
   *
   * @param domain {@code d=}
   * @param selector {@code s=}
   * @param humanResult the verifier's own words
   */
  public record Dkim(
      Optional<DomainName> domain,
      Optional<String> selector,
      Optional<DkimResult> result,
      Optional<String> humanResult) {}

  /**
   * One SPF check.
   *
   * @param scope empty where the reporter names none: MAIL FROM is meant
   * @param humanResult the verifier's own words
   */
  public record Spf(
      Optional<DomainName> domain,
      Optional<Scope> scope,
      Optional<SpfResult> result,
      Optional<String> humanResult) {}
}
