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
        SesDkimRepairPhrase.TELL_THE_TWO_APART.of());
    draft.step(identity.howToFindRegions());
    draft.step(
        identity.inEachRegion(SesDkimRepairPhrase.SEE_WHAT_TO_PUBLISH.of(), SesCommand.GET_DKIM));
    names(draft);
    draft.step(identity.inEachRegion(SesDkimRepairPhrase.START_AGAIN.of(), SesCommand.START));
    draft.step(identity.everywhere());
    SesSnippets.repairEasyDkim(identity).forEach(draft::snippet);
    return draft;
  }

  private void preconditions(List<Recommendation> changes, RemedyDraft draft) {
    draft.needs(SesDkimRepairPhrase.NEEDS_DNS_AND_ACCOUNT.of(identity.name()));
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
        SesDkimRepairPhrase.STRICT_COUNTS_NOT_FOR.of(RemedyDraft.list(unaligned)));
    draft.assumes(SesDkimRepairPhrase.WHAT_WILL_VERIFY.of());
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
        !tokens.isEmpty(), SesDkimRepairPhrase.FAILING_NAMES.of(RemedyDraft.list(names(tokens))));
    draft.stepIf(!unnamed.isEmpty() || keys.isEmpty(), SesDkimRepairPhrase.NO_SELECTORS.of());
    draft.stepIf(
        !brought.isEmpty(), SesDkimRepairPhrase.BROUGHT_KEYS.of(RemedyDraft.list(names(brought))));
    tokens.stream()
        .findFirst()
        .ifPresent(key -> draft.step(SesDkimRepairPhrase.ASK_FOR_KEY.of(), Dig.txt(key)));
    if (keys.isEmpty()) {
      unnamed.add(identity.name());
    }
    records(tokens, draft);
    unnamed.stream()
        .limit(RemedyDraft.NAMED)
        .flatMap(domain -> KeyRecords.threeTokens(domain).stream())
        .forEach(draft::dns);
    records(brought, draft);
  }

  private static List<String> names(List<DkimKey> keys) {
    return keys.stream().map(DkimKey::name).distinct().toList();
  }

  private static void records(List<DkimKey> keys, RemedyDraft draft) {
    keys.stream().limit(RemedyDraft.NAMED).map(KeyRecords::of).forEach(draft::dns);
  }
}
