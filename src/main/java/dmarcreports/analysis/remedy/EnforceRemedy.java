package dmarcreports.analysis.remedy;

import dmarcreports.analysis.remedy.DmarcRecord.Tag;
import dmarcreports.report.DomainName;
import dmarcreports.report.Policy;
import dmarcreports.report.PolicyPublished;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The next stricter policy for the names that the mail is written as. */
final class EnforceRemedy {
  private static final int WHOLE = 100;

  private final PolicyPublished policy;
  private final Situation situation;
  private final boolean ofDomain;
  private final boolean ofSubdomains;
  private final List<String> changed = new ArrayList<>();
  private DmarcRecord record;
  private boolean isHeldBack;

  private EnforceRemedy(Situation situation) {
    this.policy = situation.policy();
    this.situation = situation;
    this.ofSubdomains =
        situation.authorDomains().stream().anyMatch(a -> a.isSubdomainOf(policy.domain()));
    this.ofDomain = situation.authorDomains().contains(policy.domain()) || !ofSubdomains;
    this.record = DmarcRecord.of(policy);
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
    draft.needs(
        "All mail that is yours passes: ready_for in domains.csv names the strictest policy that would"
            + " have lost none (unknown: too little is seen yet to say so).");
    draft.assumes(
        "This mail is not yours. A stricter policy repairs nothing and makes nothing pass: it asks"
            + " receivers to set aside or refuse what fails, and each of them decides whether it"
            + " does.");
    nextStep();
    if (changed.isEmpty() && isHeldBack) {
      return notYet(draft);
    }
    if (changed.isEmpty()) {
      return draft.step(
          "The policy is p=reject, the strictest there is: nothing to publish. Receivers that let"
              + " this mail through do so by their own decision; the reasons in their reports say"
              + " why.");
    }
    draft.step(
        "If any of this mail is yours, stop: label its sender as ours with --senders FILE and read"
            + " what repairs it.");
    draft.step(
        "See that ready_for in domains.csv allows it; blocked_by names the senders of yours that"
            + " have to be repaired first.");
    draft.step("Read the present record: dig +short TXT " + DmarcRecord.name(domain));
    draft.step(
        "Change it to "
            + String.join(", ", changed)
            + " and leave every other tag as it is: rua (PRESENT-VALUE stands for it), ruf and other"
            + " tags of the present record must stay; reports do not show them.");
    draft.stepIf(
        ofSubdomains,
        "Mail as a subdomain is under sp where the record has it, else under p; mail as a name that"
            + " does not exist in DNS under np where the record has it. Reports do not tell whether"
            + " a name exists.");
    draft.step(
        "Read the reports of the next weeks: if mail of yours is quarantined or rejected, go back"
            + " and repair it first."
            + (changed.stream().anyMatch(c -> c.endsWith("=quarantine"))
                ? " If none is, the next step is reject."
                : ""));
    return draft.dns(record.dnsRecord());
  }

  /** No record to publish where it might lose mail: only what to do first. */
  private static RemedyDraft notYet(RemedyDraft draft) {
    return draft
        .step(
            "Not yet: ready_for in domains.csv does not allow the next stricter policy. blocked_by"
                + " names the senders to repair or to find out about first; where it names none, too"
                + " little is stored to judge by.")
        .step("If any of this mail is yours, label its sender as ours with --senders FILE.")
        .step("Look again when that is done, or when more reports are stored.");
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
    if (softened && next && isAllowed("p", p) && isAllowed("sp", sp)) {
      takeFull();
    }
  }

  /** By the mail that the tag governs, where that is told apart. */
  private boolean isAllowed(String tag, Policy stricter) {
    boolean allowed =
        situation.readiness().stream()
            .filter(r -> r.tag().equals(tag) || situation.readiness().size() == 1)
            .allMatch(r -> r.allows(stricter));
    isHeldBack |= !allowed;
    return allowed;
  }

  /** Where the record has no sp, p governs the names below as well, whatever np says. */
  private boolean isAllowedBelow(Policy stricter) {
    return policy.sp().isPresent() || isAllowed("sp", stricter);
  }

  /** Each mode of the policy that governs this mail, and no other. */
  private void raise(Policy p, Policy sp) {
    if (ofDomain && p != Policy.REJECT && isAllowed("p", next(p)) && isAllowedBelow(next(p))) {
      change(Tag.P, next(p));
    }
    boolean subdomainsOwn = policy.sp().isPresent() || !ofDomain;
    if (ofSubdomains && subdomainsOwn && sp != Policy.REJECT && isAllowed("sp", next(sp))) {
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
        .ifPresent(testing -> remove(Tag.T, "no t=y (which makes the policy one step softer)"));
    policy
        .pct()
        .filter(pct -> pct < WHOLE)
        .ifPresent(pct -> remove(Tag.PCT, "no pct (which RFC 9989 no longer knows)"));
  }

  private void change(Tag tag, Policy value) {
    record = record.with(tag, DmarcRecord.word(value));
    changed.add(tag.name().toLowerCase(Locale.ROOT) + "=" + DmarcRecord.word(value));
  }

  private void remove(Tag tag, String words) {
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
