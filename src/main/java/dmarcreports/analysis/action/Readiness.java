package dmarcreports.analysis.action;

import dmarcreports.analysis.alignment.Verdict;
import dmarcreports.analysis.remedy.PolicyReadiness;
import dmarcreports.analysis.remedy.PolicyReadiness.Tag;
import dmarcreports.analysis.stream.Belonging;
import dmarcreports.analysis.stream.Diagnosed;
import dmarcreports.analysis.sums.Cell;
import dmarcreports.analysis.sums.Shortage;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.report.Policy;
import dmarcreports.report.PolicyPublished;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Predicate;

/** How strict the policy could be without losing mail believed to be ours. */
public final class Readiness {
  private final Collection<Diagnosed> streams;
  private final PolicyPublished policy;
  private final List<Shortage> shortages;

  /**
   * @param shortages what is too little to judge by; empty where it is enough
   */
  public Readiness(
      Collection<Diagnosed> streams, PolicyPublished policy, List<Shortage> shortages) {
    this.streams = streams;
    this.policy = policy;
    this.shortages = List.copyOf(shortages);
  }

  /** All mail under the record. */
  public PolicyReadiness whole() {
    return of(Tag.P, policy.p(), cell -> true);
  }

  /**
   * By the tags that govern it: {@code p} alone where it governs all; else the mail of the policy
   * domain itself and that of the names below it. Whether such a name exists ({@code sp}) or not
   * ({@code np}) the reports do not tell: both are asked of the same mail.
   */
  public List<PolicyReadiness> byTag(PolicyReadiness whole) {
    Optional<Policy> sp = policy.sp().or(policy::p);
    Optional<Policy> np = policy.np().or(() -> sp);
    boolean apart = !sp.equals(policy.p()) || !np.equals(policy.p());
    if (!apart || streams.stream().noneMatch(s -> isBelow(s.stream().newest()))) {
      return List.of(whole);
    }
    List<PolicyReadiness> readiness = new ArrayList<>();
    readiness.add(of(Tag.P, policy.p(), cell -> !isBelow(cell)));
    readiness.add(of(Tag.SP, sp, this::isBelow));
    if (!np.equals(sp)) {
      readiness.add(of(Tag.NP, np, this::isBelow));
    }
    return readiness;
  }

  private PolicyReadiness of(Tag tag, Optional<Policy> published, Predicate<Cell> governed) {
    Map<Belonging, Long> failing = new EnumMap<>(Belonging.class);
    Obstacles obstacles = new Obstacles();
    for (Diagnosed diagnosed : streams) {
      boolean fails = diagnosed.stream().key().verdict() == Verdict.FAIL;
      Cell.eachKind(
          diagnosed.stream().cells(),
          alike -> {
            if (governed.test(alike.get(0))) {
              long messages = Cell.messages(alike);
              obstacles.addToAll(messages);
              if (fails) {
                failing.merge(diagnosed.belonging(), messages, Tally::sum);
                obstacles.addFailing(diagnosed, alike);
              }
            }
          });
    }
    return of(tag, published, failing, obstacles);
  }

  private PolicyReadiness of(
      Tag tag, Optional<Policy> published, Map<Belonging, Long> failing, Obstacles obstacles) {
    SortedSet<String> atQuarantine = obstacles.atQuarantine();
    SortedSet<String> atReject = obstacles.atReject();
    boolean blocked = !atQuarantine.isEmpty();
    Policy strictest = atReject.isEmpty() ? Policy.REJECT : Policy.QUARANTINE;
    Optional<Policy> seen = shortages.isEmpty() ? Optional.of(strictest) : Optional.empty();
    return new PolicyReadiness(
        tag,
        published,
        blocked ? Optional.of(Policy.NONE) : seen,
        List.copyOf(blocked ? atQuarantine : atReject),
        failing.getOrDefault(Belonging.OURS, 0L),
        failing.getOrDefault(Belonging.PERHAPS_OURS, 0L),
        failing.getOrDefault(Belonging.NOT_OURS, 0L),
        blocked ? List.of() : shortages);
  }

  private boolean isBelow(Cell cell) {
    return cell.facts().authorDomain().filter(a -> a.isSubdomainOf(policy.domain())).isPresent();
  }
}
