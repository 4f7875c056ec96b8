package dmarcreports.analysis.remedy;

import dmarcreports.analysis.change.Recommendation;
import dmarcreports.analysis.remedy.DmarcRecord.Tag;
import dmarcreports.analysis.saying.Names;
import dmarcreports.report.AlignmentMode;
import dmarcreports.report.DomainName;
import java.util.ArrayList;
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
    List<String> relaxed = new ArrayList<>();
    if (spf) {
      relaxed.add(DmarcRecord.text(Tag.ASPF, "r"));
    }
    if (dkim) {
      relaxed.add(DmarcRecord.text(Tag.ADKIM, "r"));
    }
    Names tags = Names.of(Names.Joint.AND, relaxed);
    RemedyDraft draft = new RemedyDraft();
    draft.needs(RelaxPhrase.NEEDS_TRUST.of(situation.policyDomain()));
    assumptions(situation, spf, dkim, draft);
    price(situation, draft);
    steps(situation, changes, tags, draft);
    DmarcRecord record = DmarcRecord.of(situation);
    record = spf ? record.with(Tag.ASPF, "r") : record;
    record = dkim ? record.with(Tag.ADKIM, "r") : record;
    draft.dns(record.dnsRecord());
    return draft;
  }

  private static void assumptions(
      Situation situation, boolean spf, boolean dkim, RemedyDraft draft) {
    draft.assumesIf(spf, RelaxPhrase.RETURN_PATH_IS_OF_ORGANIZATION.of());
    draft.assumesIf(dkim, RelaxPhrase.SIGNER_IS_OF_ORGANIZATION.of());
    List<DomainName> apart =
        situation.sisterDomains().stream()
            .filter(s -> !s.isAtOrBelow(situation.policyDomain()))
            .toList();
    draft.assumesIf(
        !apart.isEmpty(),
        RelaxPhrase.NAMES_APART.of(situation.policyDomain(), RemedyDraft.list(apart)));
  }

  private static void price(Situation situation, RemedyDraft draft) {
    Names authors =
        RemedyDraft.list(
            situation.authorDomains().isEmpty()
                ? List.of(situation.policyDomain())
                : situation.authorDomains());
    draft.assumes(
        situation.sisterDomains().isEmpty()
            ? RelaxPhrase.PRICE_UNSEEN.of(authors)
            : RelaxPhrase.PRICE.of(authors, RemedyDraft.list(situation.sisterDomains())));
  }

  private static void steps(
      Situation situation, List<Recommendation> changes, Names tags, RemedyDraft draft) {
    String name = DmarcRecord.name(situation.policyDomain());
    boolean there =
        (!changes.contains(Recommendation.RELAX_ASPF)
                || situation.policy().spfMode() == AlignmentMode.RELAXED)
            && (!changes.contains(Recommendation.RELAX_ADKIM)
                || situation.policy().dkimMode() == AlignmentMode.RELAXED);
    draft.stepIf(there, RelaxPhrase.THERE_ALREADY.of(tags));
    boolean bundled = changes.stream().anyMatch(c -> !c.isRelaxing());
    draft.stepIf(bundled, RelaxPhrase.ONLY_AFTER_THE_REST.of(tags));
    draft.step(RelaxPhrase.GO_THROUGH_ZONES.of(situation.policyDomain()));
    draft.step(RemedyPhrase.READ_PRESENT_RECORD.of(), Dig.txt(name));
    draft.step(RelaxPhrase.CHANGE_RECORD.of(tags, name));
    draft.step(RelaxPhrase.HELPS_NO_FOREIGN_NAME.of());
  }
}
