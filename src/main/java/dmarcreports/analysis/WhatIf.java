package dmarcreports.analysis;

import dmarcreports.analysis.SenderLabel.Ownership;
import dmarcreports.report.AlignmentMode;
import dmarcreports.report.DomainName;
import java.util.List;
import java.util.Optional;

/**
 * What changes do to failing messages. A change only ever adds: what passes goes on passing, so
 * that changes are put together as sets and never as sums.
 */
final class WhatIf {
  private final GroupKnowledge knowledge;

  WhatIf(GroupKnowledge knowledge) {
    this.knowledge = knowledge;
  }

  /**
   * How many failing messages pass.
   *
   * @param min at least
   * @param max at most
   */
  record Bounds(long min, long max) {
    static final Bounds NONE = new Bounds(0, 0);

    Bounds plus(Gain gain, long messages) {
      return new Bounds(
          Tally.sum(min, gain == Gain.YES ? messages : 0),
          Tally.sum(max, gain == Gain.NO ? 0 : messages));
    }
  }

  /** How many of those messages of one stream, or of one source, pass once changes are made. */
  Bounds bounds(List<Cell> cells, Done changes) {
    long min = 0;
    long max = 0;
    CellKind kind = null;
    Gain gain = Gain.NO;
    for (Cell cell : cells) {
      if (cell.isFailing()) {
        gain = cell.kind() == kind ? gain : gain(cell, changes);
        kind = cell.kind();
        min = Tally.sum(min, gain == Gain.YES ? cell.messages() : 0);
        max = Tally.sum(max, gain == Gain.NO ? 0 : cell.messages());
      }
    }
    return new Bounds(min, max);
  }

  /** What becomes of one failing message when all those changes are made. */
  Gain gain(Cell cell, Done changes) {
    return effect(cell, changes).gain();
  }

  /** The same with its reason: that of the first change where several have the same effect. */
  Effect effect(Cell cell, Done changes) {
    Effect effect = Effect.NO_CHANGE;
    boolean first = true;
    for (Recommendation change : changes.changes()) {
      Effect next = effect(cell, change, changes);
      effect = first ? next : next.or(effect);
      first = false;
    }
    boolean contradicted =
        cell.facts().spfCause().isInconsistent() || cell.facts().dkimCause().isInconsistent();
    return contradicted ? effect.atMost(Effect.CONTRADICTED) : effect;
  }

  /** The same where some of the changes may not reach the message. */
  Gain gain(Cell cell, Done sure, Done perhaps) {
    Gain gain = gain(cell, sure);
    if (gain == Gain.YES || perhaps.isNothing()) {
      return gain;
    }
    Done all = Done.nothing();
    all.add(perhaps);
    all.add(sure);
    return gain.or(gain(cell, all).atMost(Gain.MAYBE));
  }

  private Effect effect(Cell cell, Recommendation change, Done changes) {
    Facts facts = cell.facts();
    if (facts.authorDomain().isEmpty()) {
      return Effect.NO_AUTHOR;
    }
    return switch (change) {
      case RELAX_ASPF -> Effect.ofRelaxedSpf(facts.spf());
      case RELAX_ADKIM -> Effect.ofRelaxedDkim(facts.dkim());
      case OWN_IDENTITY ->
          facts.dkim().hasOwnPass() ? Effect.DKIM_OTHER_IDENTITY : Effect.NO_OWN_SIGNATURE;
      case CUSTOM_MAIL_FROM -> customMailFrom(cell, changes);
      case EASY_DKIM -> easyDkim(cell, changes);
      case REPAIR_EASY_DKIM, REPAIR_DKIM -> repairedKey(cell, changes);
      case VENDOR_DKIM -> vendorDkim(cell, changes);
      case VENDOR_RETURN_PATH -> vendorReturnPath(cell, changes);
      case PUBLISH_DKIM -> newSignature(cell);
      case AUTHORIZE_IN_SPF, REPAIR_SPF -> repairedSpf(cell, change, changes);
      case ASK_OWNER, PARK_DOMAIN, ENFORCE_POLICY, WAIT, NONE -> Effect.NO_CHANGE;
    };
  }

  /** The return path lies below the identity and so aligns in relaxed mode alone. */
  private static Effect customMailFrom(Cell cell, Done changes) {
    if (!isOurSes(cell)) {
      return cell.sender().isSes() ? Effect.THEIRS : Effect.NOT_SES;
    }
    return relaxesSpf(cell, changes)
        ? CarriedOver.MAIL_FROM.over(cell.facts().spf(), KnownSenders.AMAZON_SES::passesSpfAs)
        : Effect.MAIL_FROM_STRICT;
  }

  /**
   * A new signature fares as that of Amazon SES does: it covers the same body. Where somebody else
   * signed as well, Amazon's signature may be another customer's, unless the receiver says that it
   * was forwarded, and there was one to do so.
   */
  private static Effect easyDkim(Cell cell, Done changes) {
    boolean masked = cell.sender().masksSes() && !cell.isLabelled(Ownership.THEIRS);
    if (!isOurSes(cell) && !masked) {
      return cell.sender().isSes() ? Effect.THEIRS : Effect.NOT_SES;
    }
    Effect effect =
        CarriedOver.EASY_DKIM.over(cell.facts().dkim(), KnownSenders.AMAZON_SES::signsAs);
    Effect signed =
        signsForAuthorDomain(cell, changes) ? effect : effect.atMost(Effect.EASY_DKIM_OF_PARENT);
    boolean forwarded = cell.hasTestimony() && cell.sender().oneHand();
    return masked && !forwarded ? signed.atMost(Effect.EASY_DKIM_MASKED) : signed;
  }

  /**
   * The key is published. Where the sending service signs for us and its own signature stands, the
   * mail was not changed, and the key is all that is wrong. Else it is sure where the key was
   * missing, and the mail is ours and came straight; open where the signature fails, which may as
   * well be due to a change on the way.
   */
  private Effect repairedKey(Cell cell, Done changes) {
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
                  && (relaxesDkim(cell, changes) || changes.contains(Recommendation.OWN_IDENTITY));
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

  private static Effect vendorDkim(Cell cell, Done changes) {
    Optional<SenderProfile> vendor = cell.sender().service().filter(p -> !cell.sender().isSes());
    if (vendor.isEmpty()) {
      return isMaskedVendor(cell) ? Effect.VENDOR_MASKED : Effect.NO_VENDOR;
    }
    AlignmentMode mode =
        relaxesDkim(cell, changes) ? AlignmentMode.RELAXED : cell.facts().dkim().mode();
    Effect carried =
        CarriedOver.VENDOR_DKIM
            .over(cell.facts().dkim(), vendor.get()::signsAs)
            .atMost(ofVendor(cell));
    Effect signed = hasOwnSignature(cell) ? carried.atMost(Effect.VENDOR_SIGNS_ALREADY) : carried;
    return switch (vendor.get().dkimReach()) {
      case NEVER -> Effect.VENDOR_NEVER_SIGNS;
      case RELAXED -> mode == AlignmentMode.RELAXED ? signed : below(cell).atMost(signed);
      case EXACT -> signed;
    };
  }

  /** A service that signs as a name below the domain may do so as the very name of a subdomain. */
  private static Effect below(Cell cell) {
    Facts facts = cell.facts();
    return facts.authorDomain().filter(a -> a.isSubdomainOf(facts.policyDomain())).isPresent()
        ? Effect.VENDOR_OF_SUBDOMAIN
        : Effect.VENDOR_SIGNS_BELOW;
  }

  private static boolean isMaskedVendor(Cell cell) {
    return !cell.isLabelled(Ownership.THEIRS)
        && cell.sender().masked().stream()
            .filter(p -> p.dkimReach() != Reach.NEVER)
            .anyMatch(p -> !p.equals(KnownSenders.AMAZON_SES));
  }

  private static Effect vendorReturnPath(Cell cell, Done changes) {
    Optional<SenderProfile> vendor = cell.sender().service().filter(p -> !cell.sender().isSes());
    if (vendor.isEmpty()) {
      return Effect.NO_VENDOR;
    }
    if (!vendor.get().spfCanAlign()) {
      return Effect.NO_RETURN_PATH;
    }
    Leg spf = cell.facts().spf();
    AlignmentMode mode = relaxesSpf(cell, changes) ? AlignmentMode.RELAXED : spf.mode();
    if (!vendor.get().spfCanAlign(mode)) {
      return Effect.RETURN_PATH_STRICT;
    }
    boolean ownPath = vendor.get().spfReach() == Reach.EXACT && spf.hasOwnName();
    Effect exact = spf.hasOwnPass() ? Effect.RETURN_PATH_EXACT : Effect.RETURN_PATH_OPEN;
    return ownPath
        ? exact.atMost(ofVendor(cell))
        : CarriedOver.VENDOR_PATH.over(spf, vendor.get()::passesSpfAs).atMost(ofVendor(cell));
  }

  /** Others may use the same service: only the owner's word makes it sure. */
  private static Effect ofVendor(Cell cell) {
    return byOwner(cell, Effect.VENDOR_PASSES, Effect.VENDOR_UNSURE);
  }

  private static Effect byOwner(Cell cell, Effect ours, Effect unlabelled) {
    return cell.label()
        .map(
            l ->
                switch (l.ownership()) {
                  case OURS -> ours;
                  case THEIRS -> Effect.THEIRS;
                  case FORWARDER -> Effect.LABELLED_FORWARDER;
                })
        .orElse(unlabelled);
  }

  /** Signing for the first time: sure where the owner says that the server is theirs. */
  private static Effect newSignature(Cell cell) {
    if (cell.sender().service().isPresent()) {
      return Effect.SERVICE_SIGNS;
    }
    if (hasOwnSignature(cell)) {
      return Effect.SIGNED_ALREADY;
    }
    boolean forwarded = cell.hasForwarderEvidence();
    return byOwner(
        cell,
        forwarded ? Effect.SIGNED_AND_FORWARDED : Effect.SIGNED_BY_OWNER,
        forwarded ? Effect.SIGNED_AND_FORWARDED : Effect.SIGNED_IF_OURS);
  }

  private Effect repairedSpf(Cell cell, Recommendation change, Done changes) {
    if (cell.isLabelled(Ownership.THEIRS)) {
      return Effect.THEIRS;
    }
    Effect corroborated =
        knowledge.corroboratesSpf(cell) ? Effect.SPF_LISTED_IF_OURS : Effect.SPF_STRANGER;
    Effect best = cell.isLabelled(Ownership.OURS) ? Effect.SPF_LISTED_BY_OWNER : corroborated;
    Effect effect = Effect.SPF_NOT_ASKED;
    for (Identity identity : cell.facts().spf().identities()) {
      boolean aligns =
          identity.relation() == Relation.EXACT
              || identity.relation().isOwn() && relaxesSpf(cell, changes);
      if (aligns) {
        effect =
            effect.or(
                switch (identity.outcome()) {
                  case FAIL, SOFTFAIL, NEUTRAL, NONE -> best;
                  // A broken record may list anybody: whom, the reports cannot tell.
                  case PERMERROR ->
                      change == Recommendation.REPAIR_SPF ? Effect.SPF_MENDED.or(best) : best;
                  case PASS, TEMPERROR, POLICY, ODD -> Effect.SPF_NOT_REFUSED;
                });
      } else if (identity.relation().isOwn()) {
        effect = effect.or(Effect.SPF_OTHER_NAME);
      }
    }
    return effect;
  }

  /** Whether a signature of ours is there, whatever came of it. */
  private static boolean hasOwnSignature(Cell cell) {
    return cell.facts().dkim().hasOwnName();
  }

  private static boolean signsForAuthorDomain(Cell cell, Done changes) {
    Facts facts = cell.facts();
    Optional<DomainName> author = facts.authorDomain();
    return relaxesDkim(cell, changes)
        || changes.contains(Recommendation.OWN_IDENTITY)
        || author.filter(a -> a.isSubdomainOf(facts.policyDomain())).isEmpty();
  }

  private static boolean relaxesSpf(Cell cell, Done changes) {
    return cell.facts().spf().isRelaxed() || changes.contains(Recommendation.RELAX_ASPF);
  }

  private static boolean relaxesDkim(Cell cell, Done changes) {
    return cell.facts().dkim().isRelaxed() || changes.contains(Recommendation.RELAX_ADKIM);
  }

  /** Amazon SES sends for no From that nobody verified. */
  private static boolean isOurSes(Cell cell) {
    return cell.sender().isSes() && !cell.isLabelled(Ownership.THEIRS);
  }
}
