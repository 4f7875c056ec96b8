package dmarcreports.analysis.remedy;

import dmarcreports.analysis.change.Recommendation;
import dmarcreports.report.AlignmentMode;
import dmarcreports.report.DomainName;
import java.util.List;

/** Signing as one's own domain at Amazon SES. */
final class SesDkim {
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
        SesDkimPhrase.STRICT_COUNTS_FOR_IDENTITY_ONLY.of(
            identity.name(), RemedyDraft.list(others)));
    return draft;
  }

  static RemedyDraft ownIdentity(Situation situation) {
    SesIdentity identity = SesIdentity.ofAuthorDomain(situation);
    List<DomainName> others =
        SesIdentity.withoutOwnKey(situation).stream()
            .filter(a -> !a.equals(identity.name()))
            .toList();
    RemedyDraft draft = new RemedyDraft();
    draft.step(SesDkimPhrase.VERIFY_ITSELF.of(identity.name()));
    turnOn(identity, draft);
    draft.stepIf(!others.isEmpty(), SesDkimPhrase.SAME_FOR_EACH.of(RemedyDraft.list(others)));
    draft.assumes(SesDkimPhrase.SIGNS_AS_MOST_SPECIFIC.of(identity.name()));
    return draft;
  }

  private static void turnOn(SesIdentity identity, RemedyDraft draft) {
    DomainName name = identity.name();
    draft.needs(SesDkimPhrase.NEEDS_DOMAIN_IDENTITY.of(name));
    draft.assumes(SesDkimPhrase.SIGNING_IS_ON.of());
    draft.assumes(SesPhrase.TAKEN_AS_YOURS.of());
    draft.step(identity.howToFindRegions());
    draft.step(identity.inEachRegion(SesDkimPhrase.SEE_WHAT_IS_THERE.of(), SesCommand.GET));
    draft.step(identity.inEachRegion(SesDkimPhrase.CREATE.of(), SesCommand.CREATE));
    draft.step(identity.inEachRegion(SesDkimPhrase.START.of(), SesCommand.START));
    draft.step(SesDkimPhrase.BROUGHT_KEY.of(name));
    draft.step(SesDkimPhrase.PUBLISH_TOKENS.of());
    draft.step(identity.inEachRegion(SesDkimPhrase.WAIT_THEN_TURN_ON.of(), SesCommand.TURN_ON));
    draft.step(identity.everywhere());
    draft.step(SesDkimPhrase.TOKENS_OF_EACH_REGION.of());
    draft.step(SesDkimPhrase.LOOK_FOR_SIGNATURE.of(name));
    KeyRecords.threeTokens(name).forEach(draft::dns);
    SesSnippets.easyDkim(identity).forEach(draft::snippet);
  }
}
