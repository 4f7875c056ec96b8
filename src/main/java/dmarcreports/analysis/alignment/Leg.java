package dmarcreports.analysis.alignment;

import dmarcreports.report.AlignmentMode;
import dmarcreports.report.DomainName;
import dmarcreports.report.PolicyEvaluated.Verdict;
import java.util.Collections;
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
public record Leg(
    Mechanism mechanism, AlignmentMode mode, Optional<Verdict> word, List<Identity> identities)
    implements Comparable<Leg> {
  private static final Comparator<Leg> ORDER =
      Comparator.comparing(Leg::mechanism, Order.byName())
          .thenComparing(Leg::mode, Order.byName())
          .thenComparing(Leg::word, Order.absentFirst(Order.byName()))
          .thenComparing(Leg::identities, Order.itemByItem(Comparator.naturalOrder()));

  private static final List<Predicate<Identity>> WEIGHT =
      List.of(
          i -> i.passes() && i.relation() == Relation.EXACT,
          i -> i.passes() && i.relation().isOwn(),
          Identity::passes,
          i -> i.relation().isOwn(),
          i -> i.relation() == Relation.FOREIGN);

  private static final Comparator<Identity> BY_WEIGHT =
      Comparator.comparingInt(Leg::weight)
          .thenComparing(i -> i.domain().map(DomainName::text).orElse(""))
          .thenComparing(Identity::outcome);

  public Leg {
    identities = List.copyOf(identities);
  }

  /**
   * Whether the leg is aligned and authenticated: the receiver's word, else what the evidence says.
   * Empty where there is neither, or where DNS did not let the receiver decide.
   */
  public Optional<Boolean> passes() {
    if (word.isPresent()) {
      return Optional.of(saysPass());
    }
    if (provesPass()) {
      return Optional.of(true);
    }
    boolean decided = has(i -> i.outcome() != Outcome.ODD);
    return decided && !hasOwn(Outcome.TEMPERROR) ? Optional.of(false) : Optional.empty();
  }

  /** The check that matters most; the first in the alphabet among equals. */
  public Optional<Identity> primary() {
    return identities.size() < 2 ? first() : identities.stream().min(BY_WEIGHT);
  }

  private Optional<Identity> first() {
    return identities.isEmpty() ? Optional.empty() : Optional.of(identities.get(0));
  }

  /** The domains that passed, sorted. */
  public SortedSet<DomainName> passing() {
    return domains(Identity::passes);
  }

  /** The domains of others that passed, sorted. */
  public SortedSet<DomainName> passingForeign() {
    return domains(Identity::passesForeign);
  }

  private SortedSet<DomainName> domains(Predicate<Identity> which) {
    if (!has(which)) {
      return Collections.emptySortedSet();
    }
    SortedSet<DomainName> domains = new TreeSet<>();
    for (Identity identity : identities) {
      if (which.test(identity)) {
        domains.add(identity.domain().get());
      }
    }
    return domains;
  }

  /** Whether the reporter lists a check with the name that it was about. */
  public boolean hasIdentity() {
    return has(i -> i.domain().isPresent());
  }

  public boolean saysPass() {
    return word.equals(Optional.of(Verdict.PASS));
  }

  boolean saysFail() {
    return word.equals(Optional.of(Verdict.FAIL));
  }

  public boolean isRelaxed() {
    return mode == AlignmentMode.RELAXED;
  }

  public boolean provesPass() {
    return has(i -> i.passes() && i.relation().aligns(mode));
  }

  public boolean hasExactPass() {
    return has(i -> i.passes() && i.relation() == Relation.EXACT);
  }

  public boolean hasOwnPass() {
    return hasOwn(Outcome.PASS);
  }

  /** Whether a check was about a name of ours, whatever came of it. */
  public boolean hasOwnName() {
    return has(i -> i.relation().isOwn());
  }

  boolean isOwn(DomainName name) {
    return has(i -> i.relation().isOwn() && i.domain().equals(Optional.of(name)));
  }

  public boolean hasOwn(Outcome outcome) {
    return has(i -> i.isOwn(outcome));
  }

  public boolean hasForeign(Outcome outcome) {
    return has(i -> i.isForeign(outcome));
  }

  boolean hasForeignFailure() {
    return has(mechanism::isForeignFailure);
  }

  @Override
  public int compareTo(Leg other) {
    return ORDER.compare(this, other);
  }

  private boolean has(Predicate<Identity> what) {
    for (int i = 0; i < identities.size(); i++) {
      if (what.test(identities.get(i))) {
        return true;
      }
    }
    return false;
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
