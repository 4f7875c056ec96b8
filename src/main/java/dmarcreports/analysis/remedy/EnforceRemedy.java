package dmarcreports.analysis.remedy;

import dmarcreports.analysis.remedy.DmarcRecord.Tag;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.report.DomainName;
import dmarcreports.report.Policy;
import dmarcreports.report.PolicyPublished;
import java.util.ArrayList;
import java.util.List;

/** The next stricter policy for the names that the mail is written as. */
final class EnforceRemedy {
  private static final int WHOLE = 100;

  private final PolicyPublished policy;
  private final Situation situation;
  private final boolean ofDomain;
  private final boolean ofSubdomains;
  private final List<Saying> changed = new ArrayList<>();
  private DmarcRecord record;
  private boolean isHeldBack;
  private boolean toQuarantine;

  private EnforceRemedy(Situation situation) {
    this.policy = situation.policy();
    this.situation = situation;
    this.ofSubdomains =
        situation.authorDomains().stream().anyMatch(a -> a.isSubdomainOf(policy.domain()));
    this.ofDomain = situation.authorDomains().contains(policy.domain()) || !ofSubdomains;
    this.record = DmarcRecord.of(situation);
  }

  static RemedyDraft remedy(Situation situation) {
    return new EnforceRemedy(situation).draft(situation.policyDomain());
  }

  /** Whether nothing is left to publish. */
  static boolean isStrictest(Situation situation) {
    EnforceRemedy remedy = new EnforceRemedy(situation);
    remedy.nextStep();
    return remedy.changed.isEmpty() && !remedy.isHeldBack;
  }

  private RemedyDraft draft(DomainName domain) {
    RemedyDraft draft = new RemedyDraft();
    draft.needs(EnforcePhrase.NEEDS_OWN_MAIL_TO_PASS.of());
    draft.assumes(EnforcePhrase.NOT_YOURS.of());
    nextStep();
    if (changed.isEmpty() && isHeldBack) {
      return notYet(draft);
    }
    if (changed.isEmpty()) {
      return draft.step(EnforcePhrase.STRICTEST_ALREADY.of());
    }
    draft.step(EnforcePhrase.STOP_IF_YOURS.of());
    draft.step(EnforcePhrase.SEE_THAT_IT_IS_READY.of());
    draft.step(RemedyPhrase.READ_PRESENT_RECORD.of(), Dig.txt(DmarcRecord.name(domain)));
    draft.step(
        EnforcePhrase.CHANGE_RECORD.of(
            changed.stream().reduce(EnforcePhrase.CHANGES::of).orElseThrow()));
    draft.stepIf(ofSubdomains, EnforcePhrase.WHICH_TAG_GOVERNS_SUBDOMAINS.of());
    draft.step(
        toQuarantine
            ? EnforcePhrase.READ_NEXT_REPORTS_THEN_REJECT.of()
            : EnforcePhrase.READ_NEXT_REPORTS.of());
    return draft.dns(record.dnsRecord());
  }

  /** No record to publish where it might lose mail: only what to do first. */
  private static RemedyDraft notYet(RemedyDraft draft) {
    return draft
        .step(EnforcePhrase.NOT_YET.of())
        .step(EnforcePhrase.LABEL_IF_YOURS.of())
        .step(EnforcePhrase.LOOK_AGAIN.of());
  }

  private void nextStep() {
    Policy p = policy.p().orElse(Policy.NONE);
    Policy sp = policy.sp().orElse(p);
    boolean asksNothing = (!ofDomain || p == Policy.NONE) && (!ofSubdomains || sp == Policy.NONE);
    boolean softened =
        policy.testing().orElse(false) || policy.pct().filter(pct -> pct < WHOLE).isPresent();
    if (asksNothing || !softened) {
      raise(p, sp);
    }
    boolean next = !asksNothing || !changed.isEmpty();
    if (softened
        && next
        && isAllowed(PolicyReadiness.Tag.P, p)
        && isAllowed(PolicyReadiness.Tag.SP, sp)) {
      takeFull();
    }
  }

  /** By the mail that the tag governs, where that is told apart. */
  private boolean isAllowed(PolicyReadiness.Tag tag, Policy stricter) {
    boolean allowed =
        situation.readiness().stream()
            .filter(r -> r.tag() == tag || situation.readiness().size() == 1)
            .allMatch(r -> r.allows(stricter));
    isHeldBack |= !allowed;
    return allowed;
  }

  /** Where the record has no sp, p governs the names below as well, whatever np says. */
  private boolean isAllowedBelow(Policy stricter) {
    return policy.sp().isPresent() || isAllowed(PolicyReadiness.Tag.SP, stricter);
  }

  /** Each mode of the policy that governs this mail, and no other. */
  private void raise(Policy p, Policy sp) {
    if (ofDomain
        && p != Policy.REJECT
        && isAllowed(PolicyReadiness.Tag.P, next(p))
        && isAllowedBelow(next(p))) {
      change(Tag.P, next(p));
    }
    boolean subdomainsOwn = policy.sp().isPresent() || !ofDomain;
    if (ofSubdomains
        && subdomainsOwn
        && sp != Policy.REJECT
        && isAllowed(PolicyReadiness.Tag.SP, next(sp))) {
      change(Tag.SP, next(sp));
      policy
          .np()
          .filter(np -> np.compareTo(next(sp)) < 0)
          .ifPresent(np -> change(Tag.NP, next(sp)));
    }
  }

  /** What softens the policy is taken away before the policy is raised. */
  private void takeFull() {
    policy
        .testing()
        .filter(testing -> testing)
        .ifPresent(testing -> remove(Tag.T, EnforcePhrase.NO_TESTING.of()));
    policy
        .pct()
        .filter(pct -> pct < WHOLE)
        .ifPresent(pct -> remove(Tag.PCT, EnforcePhrase.NO_PCT.of()));
  }

  private void change(Tag tag, Policy value) {
    record = record.atLeast(tag, value);
    toQuarantine |= value == Policy.QUARANTINE;
    changed.add(EnforcePhrase.TAG.of(DmarcRecord.text(tag, DmarcRecord.word(value))));
  }

  private void remove(Tag tag, Saying words) {
    record = record.without(tag);
    changed.add(words);
  }

  private static Policy next(Policy policy) {
    return switch (policy) {
      case NONE -> Policy.QUARANTINE;
      case QUARANTINE, REJECT -> Policy.REJECT;
    };
  }
}
