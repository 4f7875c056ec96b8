package dmarcreports.analysis.remedy;

import dmarcreports.analysis.change.Recommendation;
import dmarcreports.analysis.remedy.DmarcRecord.Tag;
import dmarcreports.report.AlignmentMode;
import dmarcreports.report.DomainName;
import java.util.List;

/** What is changed in the DMARC record so that mail of the same organization counts. */
final class RecordRemedies {
  private RecordRemedies() {}

  /**
   * One record for all modes that are relaxed.
   *
   * @param changes all that belongs to the action
   */
  static RemedyDraft relax(Situation situation, List<Recommendation> changes) {
    boolean spf = changes.contains(Recommendation.RELAX_ASPF);
    boolean dkim = changes.contains(Recommendation.RELAX_ADKIM);
    String tag = spf && dkim ? "aspf=r and adkim=r" : spf ? "aspf=r" : "adkim=r";
    RemedyDraft draft = new RemedyDraft();
    draft.needs(
        "You can change the DMARC record of "
            + situation.policyDomain()
            + ", and you trust whoever controls a name in the same organization.");
    assumptions(situation, spf, dkim, draft);
    price(situation, draft);
    steps(situation, changes, tag, draft);
    DmarcRecord record = DmarcRecord.of(situation.policy());
    record = spf ? record.with(Tag.ASPF, "r") : record;
    record = dkim ? record.with(Tag.ADKIM, "r") : record;
    draft.dns(record.dnsRecord());
    return draft;
  }

  private static void assumptions(
      Situation situation, boolean spf, boolean dkim, RemedyDraft draft) {
    draft.assumesIf(
        spf,
        "Receivers count the name in the return path and the Author Domain as one organization, as"
            + " we do here; where a reporter does not list the result of SPF, more mail may pass.");
    draft.assumesIf(
        dkim,
        "Receivers count the name that signs and the Author Domain as one organization, as we do"
            + " here; where a reporter does not list all signatures, more mail may pass.");
    List<DomainName> apart =
        situation.sisterDomains().stream()
            .filter(s -> !s.isAtOrBelow(situation.policyDomain()))
            .toList();
    draft.assumesIf(
        !apart.isEmpty(),
        "The DMARC record lies at "
            + situation.policyDomain()
            + "; receivers that go by RFC 9989 count names that do not lie below it ("
            + RemedyDraft.list(apart)
            + ") as the same organization only if a domain above both has a DMARC record as well.");
  }

  private static void price(Situation situation, RemedyDraft draft) {
    String author =
        situation.authorDomains().isEmpty()
            ? situation.policyDomain().text()
            : RemedyDraft.list(situation.authorDomains());
    draft.assumes(
        situation.sisterDomains().isEmpty()
            ? "The price: every name in the organization then passes as "
                + author
                + ", whoever controls it; the reports show none yet that would."
            : "The price: from then on these names pass as "
                + author
                + " too: "
                + RemedyDraft.list(situation.sisterDomains())
                + ". So does every other name in the organization, whoever controls it.");
  }

  private static void steps(
      Situation situation, List<Recommendation> changes, String tag, RemedyDraft draft) {
    String name = DmarcRecord.name(situation.policyDomain());
    boolean there =
        (!changes.contains(Recommendation.RELAX_ASPF)
                || situation.policy().spfMode() == AlignmentMode.RELAXED)
            && (!changes.contains(Recommendation.RELAX_ADKIM)
                || situation.policy().dkimMode() == AlignmentMode.RELAXED);
    draft.stepIf(
        there,
        "The newest report shows "
            + tag
            + " already (it is also what counts when the tag is missing): see first whether"
            + " anything is left to do.");
    boolean bundled = changes.stream().anyMatch(c -> !Remedies.isRelaxing(c));
    draft.stepIf(
        bundled,
        "Relax only when the steps before are done: "
            + tag
            + " helps names of your own organization, and until then this mail proves none.");
    draft.step(
        "Go through the names in your zones first: a forgotten CNAME to a service that you left, or"
            + " a zone that others manage, can then send as "
            + situation.policyDomain()
            + ".");
    draft.step("Read the present record: dig +short TXT " + name);
    draft.step(
        "Put "
            + tag
            + " into it and leave every other tag as it is. The record below shows what reports"
            + " show; rua (PRESENT-VALUE stands for it), ruf and other tags of the present record"
            + " must stay. There must be one DMARC record at "
            + name
            + ", not two.");
    draft.step(
        "Expect nothing for mail that proves another organization, such as amazonses.com: that does"
            + " not align under any mode.");
  }
}
