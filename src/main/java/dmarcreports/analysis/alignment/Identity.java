package dmarcreports.analysis.alignment;

import dmarcreports.report.DomainName;
import java.util.Comparator;
import java.util.Optional;

/**
 * A domain that one check was about, with what came of it. A claim that did not pass is no evidence
 * of who sent.
 *
 * @param relation that of the domain to the Author Domain
 */
public record Identity(Optional<DomainName> domain, Relation relation, Outcome outcome)
    implements Comparable<Identity> {
  private static final Comparator<Identity> ORDER =
      Comparator.comparing(Identity::domain, Order.absentFirst(Comparator.naturalOrder()))
          .thenComparing(Identity::relation, Order.byName())
          .thenComparing(Identity::outcome, Order.byName());

  public boolean passes() {
    return outcome == Outcome.PASS && domain.isPresent();
  }

  public boolean passesForeign() {
    return passes() && relation == Relation.FOREIGN;
  }

  public boolean isOwn(Outcome... outcomes) {
    return relation.isOwn() && isOneOf(outcomes);
  }

  boolean isForeign(Outcome... outcomes) {
    return relation == Relation.FOREIGN && isOneOf(outcomes);
  }

  /** Whether a check was made and did not end well. */
  public boolean isBroken() {
    return switch (outcome) {
      case FAIL, SOFTFAIL, NEUTRAL, PERMERROR, TEMPERROR, POLICY -> true;
      case PASS, NONE, ODD -> false;
    };
  }

  @Override
  public int compareTo(Identity other) {
    return ORDER.compare(this, other);
  }

  private boolean isOneOf(Outcome... outcomes) {
    for (Outcome each : outcomes) {
      if (outcome == each) {
        return true;
      }
    }
    return false;
  }
}
