package dmarcreports.analysis.alignment;

import dmarcreports.report.AuthResults;
import dmarcreports.report.Disposition;
import dmarcreports.report.DkimResult;
import dmarcreports.report.DomainName;
import dmarcreports.report.Evidence;
import dmarcreports.report.Policy;
import dmarcreports.report.PolicyEvaluated.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What one evidence amounts to. Evidences that amount to the same are the same here.
 *
 * @param authorDomain empty where From names none or several
 * @param policy what the policy domain asks for mail of that Author Domain
 * @param forwarded whether the receiver says that somebody passed the mail on
 * @param nullSender whether the envelope names no sender
 * @param overridden whether failing mail was treated more softly than asked
 * @param method how the names of the Author Domain's organization were found
 * @param brokenKeys own signatures that do not verify, as {@code selector._domainkey.domain}, or as
 *     the domain where the selector is not named; sorted
 * @param provenKeys own signatures that verify, named likewise; sorted
 * @param spfPasses whether the SPF leg is aligned
 * @param dkimPasses whether the DKIM leg is aligned
 */
public record Facts(
    DomainName policyDomain,
    Optional<DomainName> authorDomain,
    Optional<Policy> policy,
    Leg spf,
    Leg dkim,
    Cause spfCause,
    Cause dkimCause,
    Verdict verdict,
    boolean forwarded,
    boolean nullSender,
    Optional<Disposition> disposition,
    boolean overridden,
    OrganizationMethod method,
    List<String> brokenKeys,
    List<String> provenKeys,
    boolean spfPasses,
    boolean dkimPasses)
    implements Comparable<Facts> {
  private static final Comparator<Facts> ORDER =
      Comparator.comparing(Facts::policyDomain)
          .thenComparing(Facts::authorDomain, Order.absentFirst(Comparator.naturalOrder()))
          .thenComparing(Facts::policy, Order.absentFirst(Order.byName()))
          .thenComparing(Facts::spf)
          .thenComparing(Facts::dkim)
          .thenComparing(Facts::spfCause, Order.byName())
          .thenComparing(Facts::dkimCause, Order.byName())
          .thenComparing(Facts::verdict, Order.byName())
          .thenComparing(Facts::forwarded)
          .thenComparing(Facts::nullSender)
          .thenComparing(Facts::disposition, Order.absentFirst(Order.byName()))
          .thenComparing(Facts::overridden)
          .thenComparing(Facts::method)
          .thenComparing(Facts::brokenKeys, Order.itemByItem(Comparator.naturalOrder()))
          .thenComparing(Facts::provenKeys, Order.itemByItem(Comparator.naturalOrder()))
          .thenComparing(Facts::spfPasses)
          .thenComparing(Facts::dkimPasses);

  private static final Pattern ARC_PASS =
      Pattern.compile("\\barc\\s*=\\s*pass\\b", Pattern.CASE_INSENSITIVE);

  /** What an evidence amounts to where names belong together so. */
  public static Facts of(Evidence evidence, Organizations organizations) {
    Kinship kinship = new Kinship(evidence, organizations);
    Optional<DomainName> author = evidence.identifiers().headerFrom();
    DomainName policyDomain = evidence.policy().domain();
    Leg spf = spfLeg(evidence, kinship);
    Leg dkim = dkimLeg(evidence, kinship);
    Optional<Boolean> spfPasses = spf.passes();
    Optional<Boolean> dkimPasses = dkim.passes();
    Verdict verdict = Verdict.of(spfPasses, dkimPasses);
    Optional<Policy> policy = author.flatMap(a -> evidence.policy().policyFor(a));
    Optional<Disposition> disposition = evidence.policyEvaluated().disposition();
    boolean overridden =
        verdict == Verdict.FAIL
            && policy.isPresent()
            && disposition.isPresent()
            && strictness(disposition.get()) < policy.get().ordinal();
    return new Facts(
        policyDomain,
        author,
        policy,
        spf,
        dkim,
        Cause.of(spf),
        Cause.of(dkim),
        verdict,
        tellsOfForwarding(evidence.policyEvaluated().reasons()),
        evidence.identifiers().nullSender() || isHeloOnly(evidence.authResults()),
        disposition,
        overridden,
        kinship.method(spf, dkim),
        ownKeys(false, evidence, kinship),
        ownKeys(true, evidence, kinship),
        spfPasses.orElse(false),
        dkimPasses.orElse(false));
  }

  /** How many of the receiver's verdicts, on SPF and on DKIM, do not follow from its checks. */
  int contradictions() {
    return (spfCause.isInconsistent() ? 1 : 0) + (dkimCause.isInconsistent() ? 1 : 0);
  }

  /** Whether a domain of ours signed and the signature stands, aligned or not. */
  public boolean hasOwnSignature() {
    return dkim.hasOwnPass();
  }

  /** Whether anybody's name passes, ours or another's. */
  public boolean provesAnybody() {
    return !spf.passing().isEmpty() || !dkim.passing().isEmpty();
  }

  /**
   * A name that passes, and that the tree walk takes from our organization while the list does not.
   */
  public Optional<DomainName> apart() {
    return parted().filter(name -> !isOwn(name));
  }

  /**
   * A name that passes, and that the tree walk puts in our organization while the list does not.
   */
  public Optional<DomainName> joined() {
    return parted().filter(this::isOwn);
  }

  /** Whether what DNS shows now, and the list, would tell it otherwise. */
  public boolean isFormer() {
    return method.way() == OrganizationMethod.Way.WALK_DECIDED;
  }

  private Optional<DomainName> parted() {
    return method.way() == OrganizationMethod.Way.WALK_DECIDES || isFormer()
        ? method.parted()
        : Optional.empty();
  }

  /** A name that passes, where another way to tell organizations might settle a contradiction. */
  public Optional<DomainName> open() {
    return method.way() == OrganizationMethod.Way.LIST_DECIDES ? method.parted() : Optional.empty();
  }

  private boolean isOwn(DomainName name) {
    return spf.isOwn(name) || dkim.isOwn(name);
  }

  /** Whether the evidence proves an aligned SPF identity and the receiver agrees. */
  public boolean hasAlignedSpf() {
    return spfCause.isAligned();
  }

  @Override
  public int compareTo(Facts other) {
    return this == other ? 0 : ORDER.compare(this, other);
  }

  private static Leg spfLeg(Evidence evidence, Kinship kinship) {
    List<Identity> identities = new ArrayList<>();
    for (AuthResults.Spf check : evidence.authResults().spf()) {
      if (!isHelo(check)) {
        Identity identity = identity(check.domain(), check.result(), kinship);
        if (!identities.contains(identity)) {
          identities.add(identity);
        }
      }
    }
    return new Leg(
        Mechanism.SPF, evidence.policy().spfMode(), evidence.policyEvaluated().spf(), identities);
  }

  private static Leg dkimLeg(Evidence evidence, Kinship kinship) {
    List<Identity> identities = new ArrayList<>();
    for (AuthResults.Dkim check : evidence.authResults().dkim()) {
      Identity identity = identity(check.domain(), check.result(), kinship);
      if (!identities.contains(identity)) {
        identities.add(identity);
      }
    }
    return new Leg(
        Mechanism.DKIM,
        evidence.policy().dkimMode(),
        evidence.policyEvaluated().dkim(),
        identities);
  }

  private static List<String> ownKeys(boolean verified, Evidence evidence, Kinship kinship) {
    SortedSet<String> keys = new TreeSet<>();
    for (AuthResults.Dkim check : evidence.authResults().dkim()) {
      boolean passes = check.result().equals(Optional.of(DkimResult.PASS));
      if (check.domain().isPresent()
          && passes == verified
          && kinship.relation(check.domain()).isOwn()) {
        keys.add(check.selector().map(n -> n + "._domainkey.").orElse("") + check.domain().get());
      }
    }
    return List.copyOf(keys);
  }

  private static Identity identity(
      Optional<DomainName> domain, Optional<? extends Enum<?>> result, Kinship kinship) {
    return new Identity(
        domain,
        kinship.relation(domain),
        result.map(r -> Outcome.valueOf(r.name())).orElse(Outcome.ODD));
  }

  private static boolean tellsOfForwarding(List<Reason> reasons) {
    for (Reason reason : reasons) {
      if (tellsOfForwarding(reason)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Reasons of RFC 7489 and RFC 9990 that mean forwarding, and ARC, which receivers tell of as a
   * local policy (RFC 8617, 7.2.2).
   */
  private static boolean tellsOfForwarding(Reason reason) {
    if (reason.type().isEmpty()) {
      return false;
    }
    return switch (reason.type().get()) {
      case FORWARDED, TRUSTED_FORWARDER, MAILING_LIST -> true;
      case LOCAL_POLICY -> reason.comment().filter(c -> ARC_PASS.matcher(c).find()).isPresent();
      case SAMPLED_OUT, POLICY_TEST_MODE, OTHER -> false;
    };
  }

  private static boolean isHeloOnly(AuthResults results) {
    for (AuthResults.Spf check : results.spf()) {
      if (!isHelo(check)) {
        return false;
      }
    }
    return !results.spf().isEmpty();
  }

  private static boolean isHelo(AuthResults.Spf check) {
    return check.scope().equals(Optional.of(AuthResults.Scope.HELO));
  }

  private static int strictness(Disposition disposition) {
    return switch (disposition) {
      case NONE, PASS -> Policy.NONE.ordinal();
      case QUARANTINE -> Policy.QUARANTINE.ordinal();
      case REJECT -> Policy.REJECT.ordinal();
    };
  }
}
