package dmarcreports.analysis.change;

import dmarcreports.analysis.alignment.Facts;
import dmarcreports.analysis.alignment.Identity;
import dmarcreports.analysis.alignment.Leg;
import dmarcreports.analysis.alignment.Relation;
import dmarcreports.analysis.sender.KnownSenders;
import dmarcreports.analysis.sender.SenderLabel.Ownership;
import dmarcreports.analysis.sums.Cell;
import dmarcreports.analysis.sums.CellKind;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.report.DomainName;
import java.util.List;
import java.util.Optional;

/**
 * What changes do to failing messages. A change only ever adds: what passes goes on passing, so
 * that changes are put together as sets and never as sums.
 */
public final class WhatIf {
  private final GroupKnowledge knowledge;
  private final KeyEffects keys;

  public WhatIf(GroupKnowledge knowledge) {
    this.knowledge = knowledge;
    this.keys = new KeyEffects(knowledge);
  }

  /**
   * How many failing messages pass.
   *
   * @param min at least
   * @param max at most
   */
  public record Bounds(long min, long max) {
    public static final Bounds NONE = new Bounds(0, 0);

    public Bounds plus(Gain gain, long messages) {
      return new Bounds(
          Tally.sum(min, gain == Gain.YES ? messages : 0),
          Tally.sum(max, gain == Gain.NO ? 0 : messages));
    }
  }

  /** How many of those messages of one stream, or of one source, pass once changes are made. */
  public Bounds bounds(List<Cell> cells, Done changes) {
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
  public Gain gain(Cell cell, Done changes) {
    return effect(cell, changes).gain();
  }

  /** The same with its reason: that of the first change where several have the same effect. */
  public Effect effect(Cell cell, Done changes) {
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
  public Gain gain(Cell cell, Done sure, Done perhaps) {
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
      case RELAX_ASPF -> relaxedSpf(cell);
      case RELAX_ADKIM -> Effect.ofRelaxedDkim(facts.dkim());
      case OWN_IDENTITY ->
          facts.dkim().hasOwnPass() ? Effect.DKIM_OTHER_IDENTITY : Effect.NO_OWN_SIGNATURE;
      case CUSTOM_MAIL_FROM -> customMailFrom(cell, changes);
      case EASY_DKIM -> easyDkim(cell, changes);
      case REPAIR_EASY_DKIM, REPAIR_DKIM -> keys.effect(cell, changes);
      case VENDOR_DKIM -> VendorEffects.signing(cell, changes);
      case VENDOR_RETURN_PATH -> VendorEffects.returnPath(cell, changes);
      case PUBLISH_DKIM -> newSignature(cell);
      case AUTHORIZE_IN_SPF, REPAIR_SPF -> repairedSpf(cell, change, changes);
      case ASK_OWNER, PARK_DOMAIN, ENFORCE_POLICY, WAIT, NONE -> Effect.NO_CHANGE;
    };
  }

  /** A service may have a return path below our domain that the report leaves out. */
  private static Effect relaxedSpf(Cell cell) {
    Leg spf = cell.facts().spf();
    boolean unseen =
        !spf.hasIdentity()
            && !spf.isRelaxed()
            && cell.sender().service().isPresent()
            && !cell.isLabelled(Ownership.THEIRS);
    return unseen ? Effect.SPF_UNSEEN : Effect.ofRelaxedSpf(spf);
  }

  /** The return path lies below the identity and so aligns in relaxed mode alone. */
  private static Effect customMailFrom(Cell cell, Done changes) {
    if (!isOurSes(cell)) {
      return cell.sender().isSes() ? Effect.THEIRS : Effect.NOT_SES;
    }
    return changes.relaxesSpf(cell)
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

  /** Signing for the first time: sure where the owner says that the server is theirs. */
  private static Effect newSignature(Cell cell) {
    if (cell.sender().service().isPresent()) {
      return Effect.SERVICE_SIGNS;
    }
    if (hasOwnSignature(cell)) {
      return Effect.SIGNED_ALREADY;
    }
    boolean forwarded = cell.hasForwarderEvidence();
    return VendorEffects.byOwner(
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
              || identity.relation().isOwn() && changes.relaxesSpf(cell);
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
    return changes.relaxesDkim(cell)
        || changes.contains(Recommendation.OWN_IDENTITY)
        || author.filter(a -> a.isSubdomainOf(facts.policyDomain())).isEmpty();
  }

  /** Amazon SES sends for no From that nobody verified. */
  private static boolean isOurSes(Cell cell) {
    return cell.sender().isSes() && !cell.isLabelled(Ownership.THEIRS);
  }
}
