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
        "Publish exactly one MX record and one SPF record (TXT) at "
            + mailFrom
            + "; with a second MX record the setup fails."
            + (identity.regions().size() > 1 ? " One MX record serves all regions." : ""));
    draft.step(
        (broken
                ? "Start the setup again; one in the state FAILED does not start by itself: "
                : "Set it for the identity: ")
            + identity.inEachRegion(
                "put-email-identity-mail-from-attributes",
                SesSnippets.mailFromArguments(mailFrom)));
    states(draft);
    draft.step(identity.everywhere());
    draft.step(
        "Leave the SPF record of "
            + identity.name()
            + " as it is: SPF is checked for the return path, so include:amazonses.com in that"
            + " record changes nothing for this mail.");
    draft.dns(mailFrom + ". MX 10 feedback-smtp." + identity.region() + ".amazonses.com.");
    draft.dns(mailFrom + ". TXT \"v=spf1 include:amazonses.com ~all\"");
    SesSnippets.customMailFrom(identity, mailFrom, draft);
    return draft;
  }

  private void preconditions(RemedyDraft draft) {
    draft.needs(
        identity.name()
            + " is a verified identity at Amazon SES, and you can publish DNS records for "
            + mailFrom
            + ".");
    boolean strict =
        situation.policy().spfMode() == AlignmentMode.STRICT
            && !changes.contains(Recommendation.RELAX_ASPF);
    boolean same =
        !situation.authorDomains().isEmpty()
            && situation.authorDomains().stream().allMatch(a -> a.text().equals(mailFrom));
    draft.needsIf(
        strict && !same,
        "The DMARC record of "
            + situation.policyDomain()
            + " says aspf=s: as long as it does, this helps only mail whose From line names"
            + " exactly "
            + mailFrom
            + ".");
    boolean apart =
        DomainName.parse(mailFrom).filter(m -> m.isAtOrBelow(situation.policyDomain())).isEmpty();
    draft.needsIf(
        apart,
        "The DMARC record lies at "
            + situation.policyDomain()
            + " and "
            + mailFrom
            + " does not lie below it: receivers that go by RFC 9989 count the two as one"
            + " organization only if a domain above both has a DMARC record as well.");
    draft.assumes(
        "The MX and TXT records are published and the state is SUCCESS; every identity, region and"
            + " account that sends this mail is switched; SPF passes for "
            + mailFrom
            + " wherever it passes for amazonses.com now, from the same addresses.");
    draft.assumes("Amazon SES sends for no From that nobody verified: the mail is taken as yours.");
    draft.assumes(
        "Copies that somebody forwards are not repaired by it; a signature repairs them.");
  }

  private void name(RemedyDraft draft) {
    if (broken) {
      draft.step(
          "This mail used to have the return path "
              + mailFrom
              + " and has fallen back to that of Amazon SES: the MX or TXT record is gone or"
              + " changed, or the setup failed. See MailFromDomainStatus: "
              + identity.inEachRegion("get-email-identity", "--query MailFromAttributes"));
    } else {
      draft.step(
          "Choose the name of the return path. "
              + mailFrom
              + " is an example: it has to lie below "
              + identity.name()
              + ", must not receive mail otherwise, and should stand in no From line.");
    }
  }

  private void states(RemedyDraft draft) {
    draft.step(
        "Wait until MailFromDomainStatus is SUCCESS, up to 72 hours: "
            + identity.inEachRegion("get-email-identity", "--query MailFromAttributes"));
    draft.step(
        "PENDING and TEMPORARY_FAILURE mean that Amazon SES still looks for the MX record; FAILED"
            + " that it has given up: mend the record and set the MAIL FROM domain again.");
    draft.step(
        "In every state but SUCCESS the setting on MX failure decides: USE_DEFAULT_VALUE sends with"
            + " a return path at amazonses.com, so nothing is lost but SPF silently stops aligning;"
            + " REJECT_MESSAGE sends nothing, and the program that sends gets the error"
            + " MailFromDomainNotVerified. Begin with USE_DEFAULT_VALUE.");
  }
}
