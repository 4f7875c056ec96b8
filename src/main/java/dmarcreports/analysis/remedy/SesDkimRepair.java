package dmarcreports.analysis.remedy;

import dmarcreports.analysis.alignment.Cause;
import dmarcreports.analysis.change.DkimKey;
import dmarcreports.analysis.change.Recommendation;
import dmarcreports.report.AlignmentMode;
import dmarcreports.report.DomainName;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Amazon SES signs as our domain, and receivers cannot verify it. */
final class SesDkimRepair {
  private final Situation situation;
  private final List<DkimKey> keys;
  private final SesIdentity identity;

  private SesDkimRepair(Situation situation) {
    this.situation = situation;
    this.keys = situation.brokenKeys().stream().flatMap(k -> DkimKey.parse(k).stream()).toList();
    this.identity =
        keys.isEmpty()
            ? SesIdentity.of(situation)
            : SesIdentity.of(keys.get(0).domain(), situation);
  }

  static RemedyDraft remedy(Situation situation, List<Recommendation> changes) {
    return new SesDkimRepair(situation).remedy(changes);
  }

  private RemedyDraft remedy(List<Recommendation> changes) {
    RemedyDraft draft = new RemedyDraft();
    preconditions(changes, draft);
    OwnDkim.whatReceiversFound(situation, draft);
    draft.stepIf(
        situation.dkimCauses().contains(Cause.OWN_FAIL),
        "The signature with d=amazonses.com in the same mail tells the two apart: where it passes,"
            + " the mail was not changed, so the CNAME records lead to another key (the tokens of"
            + " another account or region, or an old TXT record in their place). Where it fails"
            + " too, the mail was changed after Amazon SES, and DNS is not the cause.");
    draft.step(identity.howToFindRegions());
    draft.step(
        "Let Amazon SES say what should be published (DkimAttributes: Tokens, SigningHostedZone,"
            + " Status): "
            + identity.inEachRegion("get-email-identity", "--query DkimAttributes"));
    names(draft);
    draft.step(
        "When Amazon SES no longer finds the CNAME records, it warns by mail and then stops signing."
            + " Where DkimAttributes.Status is FAILED or NOT_STARTED, start again and publish the"
            + " tokens that it shows then: "
            + identity.inEachRegion(
                "put-email-identity-dkim-signing-attributes", SesSnippets.SWITCH));
    draft.step(identity.everywhere());
    SesSnippets.repairEasyDkim(identity, draft);
    return draft;
  }

  private void preconditions(List<Recommendation> changes, RemedyDraft draft) {
    draft.needs(
        "You can publish DNS records below "
            + identity.name()
            + " and can see the identity at Amazon SES.");
    List<DomainName> unaligned =
        situation.authorDomains().stream()
            .filter(a -> keys.stream().noneMatch(k -> k.domain().equals(a)))
            .toList();
    boolean strict =
        situation.policy().dkimMode() == AlignmentMode.STRICT
            && !changes.contains(Recommendation.RELAX_ADKIM)
            && !changes.contains(Recommendation.OWN_IDENTITY);
    draft.needsIf(
        strict && !keys.isEmpty() && !unaligned.isEmpty(),
        "The DMARC record says adkim=s: even repaired, the signature does not count for "
            + RemedyDraft.list(unaligned)
            + ".");
    draft.assumes(
        "Signatures whose key was not found will verify once it is published; those that failed with"
            + " a key will where the signature of amazonses.com stands on the same mail; where the"
            + " reports do not show it, they count at most. Where receivers then"
            + " find the key, nothing else breaks the signature.");
  }

  private void names(RemedyDraft draft) {
    List<DkimKey> tokens = keys.stream().filter(DkimKey::isEasyDkim).toList();
    SortedSet<DomainName> unnamed =
        keys.stream()
            .filter(k -> k.selector().isEmpty())
            .map(DkimKey::domain)
            .collect(Collectors.toCollection(TreeSet::new));
    List<DkimKey> brought =
        keys.stream().filter(k -> k.selector().isPresent() && !k.isEasyDkim()).toList();
    draft.stepIf(
        !tokens.isEmpty(),
        "These names fail: "
            + RemedyDraft.list(tokens.stream().map(DkimKey::name).toList())
            + ". Publish for each a CNAME record to the same token at SIGNING-HOSTED-ZONE, which"
            + " stands for DkimAttributes.SigningHostedZone (usually dkim.amazonses.com; some regions"
            + " have their own), and the other tokens of DkimAttributes.Tokens likewise: all three"
            + " are needed. A failing token that no account of yours lists is not yours to publish.");
    draft.stepIf(
        !unnamed.isEmpty() || keys.isEmpty(),
        "The reports do not name the selectors: compare all three tokens. TOKEN1 to TOKEN3 stand for"
            + " DkimAttributes.Tokens, SIGNING-HOSTED-ZONE for DkimAttributes.SigningHostedZone.");
    draft.stepIf(
        !brought.isEmpty(),
        "No token of Easy DKIM, so probably a key that you brought to Amazon SES (BYODKIM): "
            + RemedyDraft.list(brought.stream().map(DkimKey::name).distinct().toList())
            + ". It needs no CNAME but a TXT record with the public half of the key that Amazon SES"
            + " was given (PUBLIC-KEY); get-email-identity then shows SigningAttributesOrigin"
            + " EXTERNAL.");
    draft.stepIf(
        !tokens.isEmpty(),
        "Ask for the key as receivers do; the answer must show one: dig +short TXT "
            + tokens.stream().limit(1).map(DkimKey::name).collect(Collectors.joining()));
    if (keys.isEmpty()) {
      unnamed.add(identity.name());
    }
    records(tokens, draft);
    for (DomainName domain : unnamed.stream().limit(RemedyDraft.NAMED).toList()) {
      threeTokens(domain, draft);
    }
    records(brought, draft);
  }

  private static void records(List<DkimKey> keys, RemedyDraft draft) {
    for (DkimKey key : keys.stream().limit(RemedyDraft.NAMED).toList()) {
      draft.dns(key.dnsRecord());
    }
  }

  private static void threeTokens(DomainName domain, RemedyDraft draft) {
    for (String token : List.of("TOKEN1", "TOKEN2", "TOKEN3")) {
      draft.dns(DkimKey.cname(token, domain));
    }
  }
}
