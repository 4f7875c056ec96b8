package dmarcreports.dns.spf;

import dmarcreports.dns.Answer;
import dmarcreports.dns.DnsName;
import dmarcreports.dns.Lookup;
import dmarcreports.dns.RecordType;
import dmarcreports.dns.spf.SpfCheck.TermCheck;
import dmarcreports.dns.spf.SpfCheck.TermEnd;
import dmarcreports.dns.spf.SpfTerm.Modifier;
import dmarcreports.report.SpfResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a client may send for a domain, as a receiver finds out (RFC 7208). Asks fewer than 150
 * questions, whatever the records say.
 *
 * @param identity whose right is checked
 * @param check how it came about
 * @param lookups how many terms asked DNS, of {@link SpfLimits#MAX_LOOKUPS}
 * @param voids how many of their questions had nothing to find, of {@link SpfLimits#MAX_VOIDS}
 * @param explanation what the domain says to a fail, where it says something
 */
public record SpfEvaluation(
    SpfIdentity identity, SpfCheck check, int lookups, int voids, Optional<String> explanation) {

  /** Checks. */
  public static SpfEvaluation of(SpfIdentity identity, Lookup lookup) {
    SpfBudget budget = new SpfBudget(lookup);
    ValidatedNames names = new ValidatedNames(identity.ip(), budget);
    SpfCheck check = new CheckHost(identity, lookup, budget, names).check(identity.domain());
    int lookups = budget.lookups();
    int voids = budget.voids();
    Optional<String> explanation =
        check.result() == SpfResult.FAIL
            ? explanation(check, new MacroExpansion(identity, names), budget)
            : Optional.empty();
    return new SpfEvaluation(identity, check, lookups, voids, explanation);
  }

  /** What the check comes to. */
  public SpfResult result() {
    return check.result();
  }

  /**
   * The terms that lead to the result: the {@code include} and {@code redirect} that were followed,
   * and the mechanism that matched in the end; those before an error, where it ends in one.
   */
  public List<SpfTerm> path() {
    List<SpfTerm> path = new ArrayList<>();
    Optional<SpfCheck> at = Optional.of(check);
    while (at.isPresent() && decides(at.get())) {
      TermCheck last = last(at.get());
      path.add(last.term());
      at = last.inner();
    }
    return path;
  }

  private static boolean decides(SpfCheck check) {
    return !check.terms().isEmpty() && last(check).end() != TermEnd.NO_MATCH;
  }

  private static TermCheck last(SpfCheck check) {
    return check.terms().get(check.terms().size() - 1);
  }

  /** The explanation of the record that decided (RFC 7208, 6.2). */
  private static Optional<String> explanation(
      SpfCheck check, MacroExpansion macros, SpfBudget budget) {
    SpfCheck decided = check;
    while (decided.matched().isEmpty()) { // a fail without a match comes from a redirect
      decided = last(decided).inner().orElseThrow();
    }
    String domain = decided.domain();
    return decided
        .lookup()
        .flatMap(SpfLookup::record)
        .flatMap(record -> record.modifier(Modifier.EXP))
        .flatMap(Modifier::domain)
        .flatMap(text -> DnsName.ofBytes(macros.name(text, domain)))
        .flatMap(name -> only(budget.askUncounted(name, RecordType.TXT)))
        .flatMap(MacroText::parseExplanation)
        .map(text -> macros.explanation(text, domain));
  }

  private static Optional<String> only(Answer answer) {
    List<String> texts = answer.texts();
    return texts.size() == 1 ? Optional.of(texts.get(0)) : Optional.empty();
  }
}
