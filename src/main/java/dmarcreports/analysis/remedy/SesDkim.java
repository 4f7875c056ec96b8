package dmarcreports.analysis.remedy;

import dmarcreports.analysis.change.DkimKey;
import dmarcreports.analysis.change.Recommendation;
import dmarcreports.report.AlignmentMode;
import dmarcreports.report.DomainName;
import java.util.List;

/** Signing as one's own domain at Amazon SES. */
final class SesDkim {
  private static final String OWN_TOKENS =
      "Publish the three CNAME records, all of them. Tokens and zone come from Amazon SES and from"
          + " nowhere else: TOKEN1 to TOKEN3 stand for DkimAttributes.Tokens, SIGNING-HOSTED-ZONE for"
          + " DkimAttributes.SigningHostedZone (usually dkim.amazonses.com; some regions have their"
          + " own). Some DNS providers add the domain to a name by themselves: do not have it twice.";

  private SesDkim() {}

  static RemedyDraft easyDkim(Situation situation, List<Recommendation> changes) {
    RemedyDraft draft = new RemedyDraft();
    boolean own = changes.contains(Recommendation.OWN_IDENTITY);
    SesIdentity identity = own ? SesIdentity.ofAuthorDomain(situation) : SesIdentity.of(situation);
    turnOn(identity, draft);
    boolean strict =
        situation.policy().dkimMode() == AlignmentMode.STRICT
            && !changes.contains(Recommendation.RELAX_ADKIM);
    List<DomainName> others =
        situation.authorDomains().stream().filter(a -> !a.equals(identity.name())).toList();
    draft.needsIf(
        strict && !own && !others.isEmpty(),
        "The DMARC record says adkim=s: a signature as "
            + identity.name()
            + " counts for that name alone. Mail from "
            + RemedyDraft.list(others)
            + " needs an identity of its own, or adkim=r.");
    return draft;
  }

  static RemedyDraft ownIdentity(Situation situation) {
    SesIdentity identity = SesIdentity.ofAuthorDomain(situation);
    List<DomainName> others =
        SesIdentity.withoutOwnKey(situation).stream()
            .filter(a -> !a.equals(identity.name()))
            .toList();
    RemedyDraft draft = new RemedyDraft();
    draft.step(
        "Verify "
            + identity.name()
            + " itself as an identity. Without one, its mail is sent under the identity of a domain"
            + " above it and signed as that one, which does not count under adkim=s. (The other"
            + " way: a From line that names the domain that signs.)");
    turnOn(identity, draft);
    draft.stepIf(!others.isEmpty(), "Do the same for each of: " + RemedyDraft.list(others) + ".");
    draft.assumes(
        "Amazon SES signs as the most specific identity that is verified, so as "
            + identity.name()
            + ".");
    return draft;
  }

  private static void turnOn(SesIdentity identity, RemedyDraft draft) {
    DomainName name = identity.name();
    draft.needs(
        "You can publish DNS records below "
            + name
            + ". Easy DKIM needs the domain as an identity: where only addresses are verified at"
            + " Amazon SES, they cannot have it, so verify the domain first.");
    draft.assumes(
        "The three CNAME records are published, the status is SUCCESS and signing is on, for the"
            + " domain and for each address that is an identity, in every region and account that"
            + " sends this mail. The new signature fares as that of amazonses.com does now, on"
            + " forwarded copies too.");
    draft.assumes("Amazon SES sends for no From that nobody verified: the mail is taken as yours.");
    draft.step(identity.howToFindRegions());
    draft.step(
        "See what is there (NotFoundException: no such identity in that region and account): "
            + identity.inEachRegion("get-email-identity", ""));
    draft.step(
        "Where the identity is missing, create it; that turns on Easy DKIM: "
            + identity.inEachRegion("create-email-identity", SesSnippets.CREATE));
    draft.step(
        "Where it is there and DkimAttributes.Status is NOT_STARTED or FAILED, start Easy DKIM: "
            + identity.inEachRegion(
                "put-email-identity-dkim-signing-attributes", SesSnippets.SWITCH));
    draft.step(
        "SigningAttributesOrigin EXTERNAL means that somebody brought a key. The same command"
            + " switches to Easy DKIM; mail is not signed as "
            + name
            + " until the new status is SUCCESS.");
    draft.step(OWN_TOKENS);
    draft.step(
        "Wait until DkimAttributes.Status is SUCCESS, up to 72 hours. Where"
            + " DkimAttributes.SigningEnabled is false, turn it on: "
            + identity.inEachRegion("put-email-identity-dkim-attributes", "--signing-enabled"));
    draft.step(identity.everywhere());
    draft.step(
        "Each region and each account has three tokens of its own, unless the identity in another"
            + " region is made a replica (Deterministic Easy DKIM), which signs with the tokens of"
            + " the first.");
    draft.step(
        "Send a mail to yourself and look for a DKIM-Signature with d="
            + name
            + ". The one with d=amazonses.com stays; it never counts for you.");
    for (String token : List.of("TOKEN1", "TOKEN2", "TOKEN3")) {
      draft.dns(DkimKey.cname(token, name));
    }
    SesSnippets.easyDkim(identity, draft);
  }
}
