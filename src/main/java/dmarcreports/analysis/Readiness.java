package dmarcreports.analysis;

import dmarcreports.analysis.SenderLabel.Ownership;
import dmarcreports.report.Policy;
import dmarcreports.report.PolicyPublished;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/** How strict the policy could be without losing mail believed to be ours. */
final class Readiness {
  private final Collection<Diagnosed> streams;
  private final PolicyPublished policy;

  Readiness(Collection<Diagnosed> streams, PolicyPublished policy) {
    this.streams = streams;
    this.policy = policy;
  }

  /** All mail under the record. */
  PolicyReadiness whole() {
    return of("p", policy.p(), cell -> true);
  }

  /**
   * By the tags that govern it: {@code p} alone where it governs all; else the mail of the policy
   * domain itself and that of the names below it. Whether such a name exists ({@code sp}) or not
   * ({@code np}) the reports do not tell: both are asked of the same mail.
   */
  List<PolicyReadiness> byTag(PolicyReadiness whole) {
    Optional<Policy> sp = policy.sp().or(policy::p);
    Optional<Policy> np = policy.np().or(() -> sp);
    boolean apart = !sp.equals(policy.p()) || !np.equals(policy.p());
    if (!apart || streams.stream().noneMatch(s -> isBelow(s.stream().newest()))) {
      return List.of(whole);
    }
    List<PolicyReadiness> readiness = new ArrayList<>();
    readiness.add(of("p", policy.p(), cell -> !isBelow(cell)));
    readiness.add(of("sp", sp, this::isBelow));
    if (!np.equals(sp)) {
      readiness.add(of("np", np, this::isBelow));
    }
    return readiness;
  }

  private PolicyReadiness of(String tag, Optional<Policy> published, Predicate<Cell> governed) {
    Part ours = new Part();
    Part perhaps = new Part();
    Part others = new Part();
    for (Diagnosed diagnosed : streams) {
      Part part = isOurs(diagnosed) ? ours : isPerhapsOurs(diagnosed) ? perhaps : others;
      if (diagnosed.stream().key().verdict() == Verdict.FAIL) {
        CellKind.each(
            diagnosed.stream().cells(),
            alike -> {
              if (governed.test(alike.get(0))) {
                part.add(alike);
              }
            });
      }
    }
    String readyFor = ours.messages > 0 ? "none" : perhaps.messages > 0 ? "quarantine" : "reject";
    List<String> blockedBy = ours.messages > 0 ? ours.groups() : perhaps.groups();
    return new PolicyReadiness(
        tag, published, readyFor, blockedBy, ours.messages, perhaps.messages, others.messages);
  }

  private boolean isBelow(Cell cell) {
    return cell.facts().authorDomain().filter(a -> a.isSubdomainOf(policy.domain())).isPresent();
  }

  private static boolean isOurs(Diagnosed diagnosed) {
    return diagnosed.streamClass().isOurs() && !diagnosed.stream().isLabelled(Ownership.THEIRS)
        || diagnosed.stream().isLabelled(Ownership.OURS);
  }

  /** Mail that was passed on, and unknown mail that claims an identity of ours. */
  private static boolean isPerhapsOurs(Diagnosed diagnosed) {
    MailStream stream = diagnosed.stream();
    return diagnosed.streamClass() == StreamClass.LIST_OR_FORWARD_BROKEN
        || diagnosed.streamClass() == StreamClass.UNKNOWN
            && (stream.spfCause().isOwn() || stream.dkimCause().isOwn());
  }

  /** Failing messages, and where they come from. */
  private static final class Part {
    private long messages;
    private final SortedSet<String> groups = new TreeSet<>();

    private void add(List<Cell> alike) {
      long more = CellKind.messages(alike);
      if (more > 0) {
        messages = Tally.sum(messages, more);
        groups.add(alike.get(0).sourceGroup());
      }
    }

    private List<String> groups() {
      return List.copyOf(groups);
    }
  }
}
