package dmarcreports.analysis.remedy;

import dmarcreports.analysis.change.Recommendation;
import dmarcreports.report.AlignmentMode;
import dmarcreports.report.DomainName;
import java.util.List;
import java.util.Optional;

/** A return path of one's own at Amazon SES. */
final class SesMailFrom {
  private final Situation situation;
  private final List<Recommendation> changes;
  private final SesIdentity identity;
  private final boolean broken;
  private final String mailFrom;

  private SesMailFrom(Situation situation, List<Recommendation> changes) {
    this.situation = situation;
    this.changes = changes;
    this.identity = identity(situation);
    Optional<DomainName> former =
        situation.formerMailFrom().filter(f -> f.isSubdomainOf(identity.name()));
    this.broken = former.isPresent();
    this.mailFrom = former.map(DomainName::text).orElse("bounce." + below());
  }

  /** Below the name that the DMARC record lies at: there every receiver sees one organization. */
  private DomainName below() {
    DomainName policyDomain = situation.policyDomain();
    return policyDomain.isSubdomainOf(identity.name()) ? policyDomain : identity.name();
  }

  static RemedyDraft remedy(Situation situation, List<Recommendation> changes) {
    return new SesMailFrom(situation, changes).remedy();
  }

  /** A MAIL FROM domain lies below its identity: where the target is not above it, another is. */
  private static SesIdentity identity(Situation situation) {
    SesIdentity target = SesIdentity.of(situation);
    boolean parents =
        situation.formerMailFrom().stream()
            .anyMatch(
                f -> !f.isSubdomainOf(target.name()) && f.isSubdomainOf(situation.policyDomain()));
    return parents ? SesIdentity.of(situation.policyDomain(), situation) : target;
  }

  private RemedyDraft remedy() {
    RemedyDraft draft = new RemedyDraft();
    preconditions(draft);
    draft.step(identity.howToFindRegions());
    name(draft);
    draft.step(
        identity.regions().size() > 1
            ? SesMailFromPhrase.PUBLISH_FOR_ALL_REGIONS.of(mailFrom)
            : SesMailFromPhrase.PUBLISH.of(mailFrom));
    draft.step(
        identity.inEachRegion(
            broken ? SesMailFromPhrase.START_AGAIN.of() : SesMailFromPhrase.SET.of(),
            SesCommand.setMailFrom(mailFrom)));
    states(draft);
    draft.step(identity.everywhere());
    draft.step(SesMailFromPhrase.LEAVE_SPF_OF_IDENTITY.of(identity.name()));
    draft.dns(mx());
    draft.dns(DnsRecord.of(mailFrom + ". TXT \"v=spf1 include:amazonses.com ~all\""));
    SesSnippets.customMailFrom(identity, mailFrom).forEach(draft::snippet);
    return draft;
  }

  private DnsRecord mx() {
    String mx = mailFrom + ". MX 10 feedback-smtp." + identity.region() + ".amazonses.com.";
    return identity.regions().isEmpty()
        ? DnsRecord.of(mx, SesIdentity.UNKNOWN_REGION)
        : DnsRecord.of(mx);
  }

  private void preconditions(RemedyDraft draft) {
    draft.needs(SesMailFromPhrase.NEEDS_IDENTITY.of(identity.name(), mailFrom));
    boolean strict =
        situation.policy().spfMode() == AlignmentMode.STRICT
            && !changes.contains(Recommendation.RELAX_ASPF);
    boolean same =
        !situation.authorDomains().isEmpty()
            && situation.authorDomains().stream().allMatch(a -> a.text().equals(mailFrom));
    draft.needsIf(
        strict && !same,
        SesMailFromPhrase.STRICT_HELPS_EXACT_NAME_ONLY.of(situation.policyDomain(), mailFrom));
    boolean apart =
        DomainName.parse(mailFrom).filter(m -> m.isAtOrBelow(situation.policyDomain())).isEmpty();
    draft.needsIf(
        apart, SesMailFromPhrase.RECORD_LIES_APART.of(situation.policyDomain(), mailFrom));
    draft.assumes(SesMailFromPhrase.SWITCHED_EVERYWHERE.of(mailFrom));
    draft.assumes(SesPhrase.TAKEN_AS_YOURS.of());
    draft.assumes(SesMailFromPhrase.FORWARDED_COPIES_STAY.of());
  }

  private void name(RemedyDraft draft) {
    if (broken) {
      draft.step(
          identity.inEachRegion(
              SesMailFromPhrase.HAS_FALLEN_BACK.of(mailFrom), SesCommand.GET_MAIL_FROM));
    } else {
      draft.step(SesMailFromPhrase.CHOOSE_NAME.of(mailFrom, identity.name()));
    }
  }

  private void states(RemedyDraft draft) {
    draft.step(identity.inEachRegion(SesMailFromPhrase.WAIT.of(), SesCommand.GET_MAIL_FROM));
    draft.step(SesMailFromPhrase.STATES.of());
    draft.step(SesMailFromPhrase.ON_MX_FAILURE.of());
  }
}
