package dmarcreports.analysis.remedy;

import dmarcreports.analysis.alignment.Cause;
import dmarcreports.analysis.change.DkimKey;
import dmarcreports.analysis.change.Target;
import dmarcreports.analysis.saying.Names;
import dmarcreports.analysis.sender.KnownSenders;
import dmarcreports.analysis.sender.SenderProfile;
import dmarcreports.analysis.sender.SetupRecord;
import dmarcreports.report.AlignmentMode;
import dmarcreports.report.DomainName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Signing on servers of our own, or at a service that we know no settings of. */
final class OwnDkim {
  private OwnDkim() {}

  static RemedyDraft publish(Situation situation) {
    RemedyDraft draft = new RemedyDraft();
    draft.needs(OwnDkimPhrase.NEEDS_SERVER_AND_DNS.of());
    draft.assumes(OwnDkimPhrase.NOT_CHANGED_AFTER_SIGNING.of());
    sign(situation, draft);
    return draft;
  }

  /** Under adkim=s: a signature in exactly the name that the mail is written as. */
  static RemedyDraft exactName(Situation situation) {
    RemedyDraft draft = new RemedyDraft();
    Names authors = RemedyDraft.list(authors(situation));
    draft.needs(OwnDkimPhrase.NEEDS_EXACT_SIGNING.of(authors));
    draft.assumes(OwnDkimPhrase.FARES_AS_THE_PRESENT.of());
    for (SenderProfile service : situation.services()) {
      draft.stepIf(
          !service.equals(KnownSenders.AMAZON_SES),
          OwnDkimPhrase.SET_UP_AT_SERVICE.of(authors, service.name()));
    }
    if (situation.unserved() || situation.services().isEmpty()) {
      sign(situation, draft);
    }
    draft.step(OwnDkimPhrase.OR_WRITE_FROM_AS_SIGNER.of());
    return draft;
  }

  static RemedyDraft repair(Situation situation) {
    List<DkimKey> keys =
        situation.brokenKeys().stream().flatMap(k -> DkimKey.parse(k).stream()).distinct().toList();
    RemedyDraft draft = new RemedyDraft();
    draft.needs(OwnDkimPhrase.NEEDS_DNS_AND_SIGNER.of());
    strictNames(situation, keys, draft);
    draft.assumes(OwnDkimPhrase.WHAT_WILL_VERIFY.of());
    whatReceiversFound(situation, draft);
    Optional<SenderProfile> service =
        situation.service().filter(s -> situation.target().equals(new Target.Service(s.name())));
    if (service.isPresent()) {
      return repairAtService(service.get(), keys, situation, draft);
    }
    draft.stepIf(situation.dkimCauses().contains(Cause.OWN_FAIL), OwnDkimPhrase.COMPARE_KEYS.of());
    for (DkimKey key : keys.stream().limit(RemedyDraft.NAMED).toList()) {
      askForKey(key, draft);
      draft.dns(KeyRecords.of(key));
    }
    draft.step(OwnDkimPhrase.PUBLISH_PUBLIC_HALF.of());
    draft.stepIf(
        keys.stream().anyMatch(DkimKey::isEasyDkim), OwnDkimPhrase.LOOKS_LIKE_EASY_DKIM.of());
    draft.step(OwnDkimPhrase.SIGN_LAST.of());
    if (keys.isEmpty()) {
      keysOfAuthors(situation, draft);
    }
    return draft;
  }

  private static void askForKey(DkimKey key, RemedyDraft draft) {
    if (key.selector().isPresent()) {
      draft.step(OwnDkimPhrase.ASK_FOR_KEY.of(), Dig.txt(key));
    }
  }

  /** The service signs for us already: what it publishes is missing, stale or mistyped. */
  private static RemedyDraft repairAtService(
      SenderProfile service, List<DkimKey> keys, Situation situation, RemedyDraft draft) {
    String setting = service.signing().setting();
    Names authors = RemedyDraft.list(authors(situation));
    draft.step(OwnDkimPhrase.SIGNED_BY_SERVICE.of(service.name()));
    draft.step(
        setting.isEmpty()
            ? OwnDkimPhrase.COMPARE_RECORDS.of(service.name(), authors)
            : OwnDkimPhrase.COMPARE_RECORDS_UNDER.of(service.name(), setting, authors));
    boolean alias = service.signing().records().stream().noneMatch(SetupRecord::isTxt);
    for (DkimKey key : keys.stream().limit(RemedyDraft.NAMED).toList()) {
      askForKey(key, draft);
      draft.dns(KeyRecords.ofService(key, alias));
    }
    return draft.step(OwnDkimPhrase.ONE_OF_THE_TWO.of(service.name()));
  }

  /** What the results of receivers say about a broken signature. */
  static void whatReceiversFound(Situation situation, RemedyDraft draft) {
    Set<Cause> causes = situation.dkimCauses();
    draft.stepIf(causes.contains(Cause.OWN_PERMERROR), OwnDkimPhrase.FOUND_PERMERROR.of());
    draft.stepIf(causes.contains(Cause.OWN_FAIL), OwnDkimPhrase.FOUND_FAIL.of());
    draft.stepIf(causes.contains(Cause.OWN_TEMPERROR), OwnDkimPhrase.FOUND_TEMPERROR.of());
    draft.stepIf(
        causes.contains(Cause.OWN_NEUTRAL) || causes.contains(Cause.OWN_POLICY),
        OwnDkimPhrase.FOUND_NEUTRAL_OR_POLICY.of());
  }

  private static void sign(Situation situation, RemedyDraft draft) {
    Names authors = RemedyDraft.list(authors(situation));
    draft.step(OwnDkimPhrase.MAKE_KEY.of());
    draft.step(OwnDkimPhrase.CHOOSE_SELECTOR.of());
    draft.step(
        authors(situation).size() > 1
            ? OwnDkimPhrase.SIGN_AS_EACH.of(authors)
            : OwnDkimPhrase.SIGN_AS.of(authors));
    draft.step(OwnDkimPhrase.SIGN_LAST.of());
    draft.step(OwnDkimPhrase.LOOK_FOR_PASS.of());
    keysOfAuthors(situation, draft);
  }

  private static void keysOfAuthors(Situation situation, RemedyDraft draft) {
    for (DomainName author : authors(situation).stream().limit(RemedyDraft.NAMED).toList()) {
      draft.dns(KeyRecords.of(new DkimKey(Optional.empty(), author)));
    }
  }

  private static void strictNames(Situation situation, List<DkimKey> keys, RemedyDraft draft) {
    List<DomainName> unaligned =
        situation.authorDomains().stream()
            .filter(a -> keys.stream().noneMatch(k -> k.domain().equals(a)))
            .toList();
    draft.needsIf(
        situation.policy().dkimMode() == AlignmentMode.STRICT
            && !keys.isEmpty()
            && !unaligned.isEmpty(),
        OwnDkimPhrase.STRICT_COUNTS_NOT_FOR.of(RemedyDraft.list(unaligned)));
  }

  private static List<DomainName> authors(Situation situation) {
    return situation.authorDomains().isEmpty()
        ? List.of(situation.policyDomain())
        : List.copyOf(situation.authorDomains());
  }
}
