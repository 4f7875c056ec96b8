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
    draft.needs(
        "Nobody sends mail as " + domain + " or a name below it: no person, program or service.");
    draft.assumes(
        "Nothing in the stored reports is proven to be mail of this domain. Mail to receivers that"
            + " send no reports is not seen.");
    draft.step(
        "Does "
            + domain
            + " send mail at all? Ask whoever runs its web sites, shops and mailboxes, and whoever"
            + " pays for it.");
    draft.step(
        "If it does, publish nothing of this: find out which of the mail is yours (ask_owner), and"
            + " name its senders with --senders FILE.");
    draft.step("Read the present records: dig +short TXT " + DmarcRecord.name(domain));
    draft.step(
        "If it sends none: publish p=reject and leave rua (PRESENT-VALUE stands for it) and other"
            + " tags as they are; and an SPF record that lists nobody, in the place of the present"
            + " one.");
    draft.step(
        "If it receives no mail either, publish the null MX (the record MX 0 .) in the place of all"
            + " other MX records. Where somebody gets mail there, the reports among it, leave MX as it"
            + " is.");
    draft.step(
        "Take out keys under _domainkey that nobody uses any more: whoever has one signs as you.");
    draft.dns(parked(situation.policy()).dnsRecord());
    draft.dns(domain + ". TXT \"v=spf1 -all\"");
    return draft.dns(domain + ". MX 0 .");
  }

  private static DmarcRecord parked(PolicyPublished policy) {
    DmarcRecord parked = DmarcRecord.of(policy).with(Tag.P, "reject");
    parked = policy.sp().isPresent() ? parked.with(Tag.SP, "reject") : parked;
    parked = policy.np().isPresent() ? parked.with(Tag.NP, "reject") : parked;
    return parked.without(Tag.PCT).without(Tag.T);
  }
}
