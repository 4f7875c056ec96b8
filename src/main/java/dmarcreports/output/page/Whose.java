package dmarcreports.output.page;

import dmarcreports.analysis.remedy.PolicyReadiness;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.sums.Tally;
import java.util.Comparator;
import java.util.List;

/**
 * Whose the failing mail of a domain is believed to be, in messages that sum to all of it.
 *
 * @param ours believed to be the owner's
 * @param perhapsOurs may be
 * @param others nothing says so
 */
public record Whose(long ours, long perhapsOurs, long others) {
  /** Most mail believed to be the owner's first. */
  private static final Comparator<DomainFindings> WORST_FIRST =
      Comparator.comparingLong((DomainFindings domain) -> -of(domain).ours)
          .thenComparingLong(domain -> -of(domain).perhapsOurs)
          .thenComparingLong(domain -> -domain.tally().fail())
          .thenComparing(DomainFindings::domain);

  public static Whose of(DomainFindings domain) {
    Whose sum = new Whose(0, 0, 0);
    for (PolicyReadiness readiness : domain.readiness()) {
      // np governs the same mail as sp: the reports do not tell which
      if (readiness.tag() != PolicyReadiness.Tag.NP) {
        sum = sum.plus(of(readiness));
      }
    }
    return sum;
  }

  public static Whose of(List<DomainFindings> domains) {
    return domains.stream().map(Whose::of).reduce(new Whose(0, 0, 0), Whose::plus);
  }

  public static List<DomainFindings> worstFirst(List<DomainFindings> domains) {
    return domains.stream().sorted(WORST_FIRST).toList();
  }

  private static Whose of(PolicyReadiness readiness) {
    return new Whose(readiness.ours(), readiness.perhapsOurs(), readiness.others());
  }

  private Whose plus(Whose other) {
    return new Whose(
        Tally.sum(ours, other.ours),
        Tally.sum(perhapsOurs, other.perhapsOurs),
        Tally.sum(others, other.others));
  }
}
