package dmarcreports.analysis.change;

import dmarcreports.analysis.alignment.Identity;
import dmarcreports.analysis.alignment.Leg;
import dmarcreports.analysis.alignment.Outcome;
import dmarcreports.analysis.alignment.Relation;
import dmarcreports.analysis.sender.SenderLabel.Ownership;
import dmarcreports.analysis.sender.SenderProfile;
import dmarcreports.analysis.sums.Cell;

/** What becomes of failing messages when the keys of our signatures are published again. */
final class KeyEffects {
  private final GroupKnowledge knowledge;

  KeyEffects(GroupKnowledge knowledge) {
    this.knowledge = knowledge;
  }

  /**
   * Where the sending service signs for us and its own signature stands, the mail was not changed,
   * and the key is all that is wrong. Else it is sure where the key was missing, and the mail is
   * ours and came straight; open where the signature fails, which may as well be due to a change on
   * the way.
   */
  Effect effect(Cell cell, Done changes) {
    if (cell.isLabelled(Ownership.THEIRS)) {
      return Effect.THEIRS;
    }
    boolean whole = isWhole(cell) && knowledge.isServicesSignature(cell);
    boolean altered = !whole && isAltered(cell);
    boolean ours =
        cell.sender().isSes()
            || knowledge.corroboratesDkim(cell).filter(c -> c != Confidence.GUESS).isPresent();
    boolean sure = ours && !cell.hasForwarderEvidence() && !isBodyChanged(cell);
    boolean missing = knowledge.isKeyMissing(cell);
    Effect effect = Effect.NO_BROKEN_KEY;
    for (Identity identity : cell.facts().dkim().identities()) {
      boolean aligns =
          identity.relation() == Relation.EXACT
              || identity.relation().isOwn()
                  && (changes.relaxesDkim(cell) || changes.contains(Recommendation.OWN_IDENTITY));
      if (aligns && identity.isBroken() && changes.repairs(identity)) {
        boolean failed = identity.outcome() == Outcome.FAIL;
        boolean noKey =
            identity.outcome() == Outcome.PERMERROR
                || missing && identity.outcome() == Outcome.TEMPERROR;
        Effect found = sure ? Effect.KEY_PUBLISHED : Effect.KEY_OPEN;
        Effect repaired = noKey ? found : Effect.SIGNATURE_OPEN;
        repaired = whole && (failed || noKey) ? Effect.KEY_ALONE_WRONG : repaired;
        effect = effect.or(altered ? Effect.ALTERED : repaired);
      }
    }
    return effect;
  }

  /** Whether the signature of the service that sends it stands: nobody changed the mail. */
  private static boolean isWhole(Cell cell) {
    return cell.sender()
        .service()
        .filter(s -> cell.facts().dkim().passingForeign().stream().anyMatch(s::signsAs))
        .isPresent();
  }

  /**
   * Whether one of our signatures fails beside one whose key is missing, or beside the service's.
   */
  private static boolean isAltered(Cell cell) {
    Leg dkim = cell.facts().dkim();
    return dkim.hasOwn(Outcome.FAIL)
        && (dkim.hasOwn(Outcome.PERMERROR)
            || cell.sender().service().filter(s -> fails(s, dkim)).isPresent());
  }

  private static boolean fails(SenderProfile service, Leg dkim) {
    for (Identity identity : dkim.identities()) {
      if (identity.outcome() == Outcome.FAIL
          && identity.domain().filter(service::signsAs).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBodyChanged(Cell cell) {
    return cell.facts().dkim().hasForeign(Outcome.FAIL);
  }
}
