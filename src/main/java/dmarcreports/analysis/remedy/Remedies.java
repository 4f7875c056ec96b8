package dmarcreports.analysis.remedy;

import dmarcreports.analysis.change.Recommendation;
import dmarcreports.analysis.sender.KnownSenders;
import java.util.List;

/** How each change is carried out. */
public final class Remedies {
  private Remedies() {}

  /**
   * The remedy for a change, or for a bundle of changes that work only together: in their order,
   * but what relaxes the DMARC record last, because until then it would help nothing.
   */
  public static Remedy of(List<Recommendation> changes, Situation situation) {
    RemedyDraft draft = new RemedyDraft();
    for (Recommendation change : changes) {
      if (!change.isRelaxing()) {
        draft.then(draft(change, situation, changes));
      }
    }
    if (changes.stream().anyMatch(Recommendation::isRelaxing)) {
      draft.then(RecordRemedies.relax(situation, changes));
    }
    return draft.remedy();
  }

  /** Whether the policy that governs this mail is the strictest there is. */
  public static boolean isStrictest(Situation situation) {
    return EnforceRemedy.isStrictest(situation);
  }

  private static RemedyDraft draft(
      Recommendation change, Situation situation, List<Recommendation> changes) {
    return switch (change) {
      case RELAX_ASPF, RELAX_ADKIM -> RecordRemedies.relax(situation, changes);
      case CUSTOM_MAIL_FROM -> SesMailFrom.remedy(situation, changes);
      case EASY_DKIM -> SesDkim.easyDkim(situation, changes);
      case REPAIR_EASY_DKIM -> SesDkimRepair.remedy(situation, changes);
      case OWN_IDENTITY -> ownIdentity(situation, changes);
      case VENDOR_DKIM -> VendorRemedies.dkim(situation);
      case VENDOR_RETURN_PATH -> VendorRemedies.returnPath(situation);
      case PUBLISH_DKIM -> OwnDkim.publish(situation);
      case REPAIR_DKIM -> OwnDkim.repair(situation);
      case AUTHORIZE_IN_SPF -> OwnSpf.authorize(situation);
      case REPAIR_SPF -> OwnSpf.repair(situation);
      case ASK_OWNER -> AskRemedies.askOwner(situation);
      case PARK_DOMAIN -> ParkRemedy.remedy(situation);
      case ENFORCE_POLICY -> EnforceRemedy.remedy(situation);
      case WAIT -> AskRemedies.await(situation);
      case NONE -> new RemedyDraft();
    };
  }

  /** Wherever the mail is signed; in a bundle, where the other change is made. */
  private static RemedyDraft ownIdentity(Situation situation, List<Recommendation> changes) {
    RemedyDraft draft = new RemedyDraft();
    boolean ses = situation.services().contains(KnownSenders.AMAZON_SES);
    if (ses && !changes.contains(Recommendation.REPAIR_DKIM)) {
      draft.then(SesDkim.ownIdentity(situation));
    }
    boolean elsewhere = situation.unserved() || !ses || situation.services().size() > 1;
    if (elsewhere && !isOfSes(changes)) {
      draft.then(OwnDkim.exactName(situation));
    }
    return draft;
  }

  private static boolean isOfSes(List<Recommendation> changes) {
    return changes.contains(Recommendation.EASY_DKIM)
        || changes.contains(Recommendation.REPAIR_EASY_DKIM);
  }
}
