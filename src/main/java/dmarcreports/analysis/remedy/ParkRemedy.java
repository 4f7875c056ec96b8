package dmarcreports.analysis.remedy;

import dmarcreports.analysis.remedy.DmarcRecord.Tag;
import dmarcreports.report.DomainName;
import dmarcreports.report.PolicyPublished;

/** What a domain publishes that sends no mail: everybody may refuse what comes in its name. */
final class ParkRemedy {
  private ParkRemedy() {}

  static RemedyDraft remedy(Situation situation) {
    DomainName domain = situation.policyDomain();
    RemedyDraft draft = new RemedyDraft();
    draft.needs(ParkPhrase.NEEDS_NOBODY_TO_SEND.of(domain));
    draft.assumes(ParkPhrase.NOTHING_IS_PROVEN.of());
    draft.step(ParkPhrase.DOES_IT_SEND.of(domain));
    draft.step(ParkPhrase.IF_IT_SENDS.of());
    draft.step(ParkPhrase.READ_PRESENT_RECORDS.of(), Dig.txt(DmarcRecord.name(domain)));
    draft.step(ParkPhrase.IF_IT_SENDS_NONE.of());
    draft.step(ParkPhrase.IF_IT_RECEIVES_NONE.of());
    draft.step(ParkPhrase.TAKE_OUT_KEYS.of());
    draft.dns(parked(situation).dnsRecord());
    draft.dns(DnsRecord.of(domain + ". TXT \"v=spf1 -all\""));
    return draft.dns(DnsRecord.of(domain + ". MX 0 ."));
  }

  private static DmarcRecord parked(Situation situation) {
    PolicyPublished policy = situation.policy();
    DmarcRecord parked = DmarcRecord.of(situation).with(Tag.P, "reject");
    parked = policy.sp().isPresent() ? parked.with(Tag.SP, "reject") : parked;
    parked = policy.np().isPresent() ? parked.with(Tag.NP, "reject") : parked;
    return parked.without(Tag.PCT).without(Tag.T);
  }
}
