package dmarcreports.analysis.explain;

import dmarcreports.analysis.alignment.PublicSuffixList;
import dmarcreports.analysis.alignment.Relation;
import dmarcreports.analysis.saying.Names;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.report.AlignmentMode;
import dmarcreports.report.AuthResults;
import dmarcreports.report.DkimResult;
import dmarcreports.report.DomainName;
import dmarcreports.report.Evidence;
import dmarcreports.report.Identifiers;
import dmarcreports.report.Observation;
import dmarcreports.report.PolicyEvaluated;
import dmarcreports.report.PolicyEvaluated.Verdict;
import dmarcreports.report.PolicyPublished;
import dmarcreports.report.SourceIp;
import dmarcreports.report.header.Received;
import dmarcreports.report.header.Signed;
import dmarcreports.report.header.TracedMail;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the believed results of one mail say, in the form in which reports say it: so the same
 * analysis can judge both.
 */
final class MailEvidence {
  private final TracedMail mail;
  private final Belief belief;
  private final PublicSuffixList suffixes;
  private final MailNames names;
  private final MailResults results;
  private final DmarcWord dmarc;
  private final Optional<DomainName> author;
  private final List<Saying> doubts = new ArrayList<>();

  MailEvidence(TracedMail mail, Belief belief, PublicSuffixList suffixes) {
    this.mail = mail;
    this.belief = belief;
    this.suffixes = suffixes;
    this.names = new MailNames(mail, belief, suffixes);
    this.results = MailResults.of(mail, belief);
    this.dmarc = DmarcWord.of(belief.results());
    this.author = mail.authorDomain();
  }

  /** The mail as an observation; empty where nothing is believed or From names no domain. */
  Optional<Observation> observation(KnownPolicies policies) {
    Optional<DomainName> domain = author.or(() -> mail.authorDomains().stream().findFirst());
    if (domain.isEmpty() || belief.results().isEmpty() && belief.spf().isEmpty()) {
      return Optional.empty();
    }
    results.assumedReturnPath().map(MailDoubt.RETURN_PATH_ASSUMED::of).ifPresent(doubts::add);
    PolicyPublished policy = policy(domain.get(), author.flatMap(policies::of));
    Evidence evidence =
        new Evidence(
            policy,
            evaluated(policy),
            new Identifiers(author, results.envelopeFrom(), results.nullSender(), Optional.empty()),
            new AuthResults(results.dkim(), results.spf()),
            List.of());
    if (address().isEmpty()) {
      doubts.add(MailDoubt.NO_ADDRESS.of());
    }
    return Optional.of(new Observation(evidence, address(), day(), names.reporter(), 1));
  }

  /**
   * The mail as it would be if each signature stood that nobody vouches for, and nothing else spoke
   * for it.
   */
  Observation claimed(KnownPolicies policies) {
    DomainName domain = author.orElseThrow();
    PolicyPublished policy = policies.of(domain).orElseGet(() -> assumed(domain));
    boolean proven =
        mail.signatures().stream()
            .flatMap(s -> s.signature().domain().stream())
            .anyMatch(d -> names.relation(d).aligns(policy.dkimMode()));
    Optional<Verdict> word = proven ? Optional.empty() : Optional.of(Verdict.FAIL);
    List<AuthResults.Dkim> signatures =
        mail.signatures().stream()
            .map(Signed::signature)
            .map(
                s ->
                    new AuthResults.Dkim(
                        s.domain(), s.selector(), Optional.of(DkimResult.PASS), Optional.empty()))
            .toList();
    return new Observation(
        new Evidence(
            policy,
            new PolicyEvaluated(Optional.empty(), word, word, List.of()),
            new Identifiers(author, Optional.empty(), false, Optional.empty()),
            new AuthResults(signatures, List.of()),
            List.of()),
        Optional.empty(),
        day(),
        "",
        1);
  }

  private PolicyPublished assumed(DomainName domain) {
    return published(suffixes.organizationalDomain(domain), Optional.empty(), Optional.empty());
  }

  /** What was assumed on the way. */
  List<Saying> doubts() {
    return doubts;
  }

  /** The client that handed the mail over to one's own host. */
  Optional<SourceIp> address() {
    return belief
        .spf()
        .flatMap(spf -> spf.address())
        .or(results::address)
        .or(() -> belief.border(mail).flatMap(Received::address));
  }

  /** The day on which it came in. */
  LocalDate day() {
    return time().map(t -> t.atZone(ZoneOffset.UTC).toLocalDate()).orElse(LocalDate.EPOCH);
  }

  Optional<Instant> time() {
    return belief
        .border(mail)
        .flatMap(Received::at)
        .or(() -> mail.hops().stream().flatMap(hop -> hop.at().stream()).findFirst());
  }

  private PolicyPublished policy(DomainName domain, Optional<PolicyPublished> known) {
    if (known.isPresent()) {
      PolicyPublished policy = known.get();
      policy
          .policyFor(domain)
          .map(p -> MailDoubt.POLICY_KNOWN.of(policy.domain(), MailWords.word(p)))
          .ifPresent(doubts::add);
      return policy;
    }
    doubts.add(
        dmarc
            .p()
            .map(p -> MailDoubt.POLICY_TOLD.of(MailWords.word(p)))
            .orElseGet(() -> MailDoubt.POLICY_UNKNOWN.of(domain)));
    Optional<AlignmentMode> adkim = concluded(results.passingSigners());
    Optional<AlignmentMode> aspf = concluded(results.passingPaths());
    List<String> tags =
        Stream.of(aspf.map(mode -> "aspf=s"), adkim.map(mode -> "adkim=s"))
            .flatMap(Optional::stream)
            .toList();
    doubts.add(
        tags.isEmpty()
            ? MailDoubt.MODES_ASSUMED.of()
            : MailDoubt.STRICT_CONCLUDED.of(Names.of(Names.Joint.AND, tags)));
    return published(suffixes.organizationalDomain(domain), adkim, aspf);
  }

  private PolicyPublished published(
      DomainName organization, Optional<AlignmentMode> adkim, Optional<AlignmentMode> aspf) {
    return new PolicyPublished(
        organization,
        dmarc.p(),
        dmarc.sp(),
        Optional.empty(),
        adkim,
        aspf,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Where a sister name passes and the receiver says fail, the record must ask for more. */
  private Optional<AlignmentMode> concluded(List<DomainName> passing) {
    List<Relation> relations = passing.stream().map(names::relation).toList();
    return dmarc.saysFail()
            && relations.contains(Relation.ORGANIZATIONAL)
            && !relations.contains(Relation.EXACT)
        ? Optional.of(AlignmentMode.STRICT)
        : Optional.empty();
  }

  /** DMARC fails where both do; where it passes, the checks show which of them does. */
  private PolicyEvaluated evaluated(PolicyPublished policy) {
    boolean proven =
        results.passingSigners().stream().anyMatch(d -> names.relation(d).aligns(policy.dkimMode()))
            || results.passingPaths().stream()
                .anyMatch(d -> names.relation(d).aligns(policy.spfMode()));
    Optional<Verdict> word =
        dmarc.saysFail()
            ? Optional.of(Verdict.FAIL)
            : dmarc.saysPass() && !proven ? Optional.of(Verdict.PASS) : Optional.empty();
    return new PolicyEvaluated(dmarc.disposition(), word, word, MailTestimony.reasons(names));
  }

  TracedMail mail() {
    return mail;
  }

  MailResults results() {
    return results;
  }

  MailNames names() {
    return names;
  }
}
