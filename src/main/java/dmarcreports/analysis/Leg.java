package dmarcreports.analysis;

import dmarcreports.report.AlignmentMode;
import dmarcreports.report.DomainName;
import dmarcreports.report.PolicyEvaluated.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What a report tells of one mechanism.
 *
 * @param mode the alignment mode in force
 * @param word the receiver's verdict, where it gives one
 * @param identities the checks; those of a HELO name are left out, they never align
 */
record Leg(
    Mechanism mechanism, AlignmentMode mode, Optional<Verdict> word, List<Identity> identities) {
  private static final List<Predicate<Identity>> WEIGHT =
      List.of(
          i -> i.passes() && i.relation() == Relation.EXACT,
          i -> i.passes() && i.relation().isOwn(),
          Identity::passes,
          i -> i.relation().isOwn(),
          i -> i.relation() == Relation.FOREIGN);

  Leg {
    identities = List.copyOf(identities);
  }

  Cause cause() {
    return Cause.of(this);
  }

  /**
   * Whether the leg is aligned and authenticated: the receiver's word, else what the evidence says.
   * Empty where there is neither, or where DNS did not let the receiver decide.
   */
  Optional<Boolean> passes() {
    if (word.isPresent()) {
      return Optional.of(saysPass());
    }
    if (provesPass()) {
      return Optional.of(true);
    }
    boolean decided = identities.stream().anyMatch(i -> i.outcome() != Outcome.ODD);
    return decided && !hasOwn(Outcome.TEMPERROR) ? Optional.of(false) : Optional.empty();
  }

  /** The check that matters most; the first in the alphabet among equals. */
  Optional<Identity> primary() {
    return identities.stream()
        .min(
            Comparator.comparingInt(Leg::weight)
                .thenComparing(i -> i.domain().map(DomainName::text).orElse(""))
                .thenComparing(Identity::outcome));
  }

  /** The domains that passed, sorted. */
  SortedSet<DomainName> passing() {
    SortedSet<DomainName> passing = new TreeSet<>();
    identities.stream().filter(Identity::passes).forEach(i -> passing.add(i.domain().get()));
    return passing;
  }

  /** The domains of others that passed, sorted. */
  SortedSet<DomainName> passingForeign() {
    SortedSet<DomainName> passing = new TreeSet<>();
    identities.stream().filter(Identity::passesForeign).forEach(i -> passing.add(i.domain().get()));
    return passing;
  }

  /** Whether the reporter lists a check with the name that it was about. */
  boolean hasIdentity() {
    return identities.stream().anyMatch(i -> i.domain().isPresent());
  }

  boolean saysPass() {
    return word.equals(Optional.of(Verdict.PASS));
  }

  boolean saysFail() {
    return word.equals(Optional.of(Verdict.FAIL));
  }

  boolean isRelaxed() {
    return mode == AlignmentMode.RELAXED;
  }

  boolean provesPass() {
    return identities.stream().anyMatch(i -> i.passes() && i.relation().aligns(mode));
  }

  boolean hasExactPass() {
    return identities.stream().anyMatch(i -> i.passes() && i.relation() == Relation.EXACT);
  }

  boolean hasOwnPass() {
    return hasOwn(Outcome.PASS);
  }

  boolean hasOwn(Outcome outcome) {
    return identities.stream().anyMatch(i -> i.isOwn(outcome));
  }

  boolean hasForeign(Outcome outcome) {
    return identities.stream().anyMatch(i -> i.isForeign(outcome));
  }

  boolean hasForeignFailure() {
    return identities.stream().anyMatch(mechanism::isForeignFailure);
  }

  private static int weight(Identity identity) {
    for (int i = 0; i < WEIGHT.size(); i++) {
      if (WEIGHT.get(i).test(identity)) {
        return i;
      }
    }
    return WEIGHT.size();
  }
}
