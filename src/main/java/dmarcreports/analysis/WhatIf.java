package dmarcreports.analysis;

import dmarcreports.analysis.SenderLabel.Ownership;
import dmarcreports.report.AlignmentMode;
import dmarcreports.report.DomainName;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What changes do to failing messages. A change only ever adds: what passes goes on passing, so
 * that changes are put together as sets and never as sums.
 */
final class WhatIf {
  private final GroupKnowledge knowledge;

  WhatIf(GroupKnowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** What becomes of a failing message. */
  enum Gain {
    /** It goes on failing. */
    NO,
    /** The reports cannot tell. */
    MAYBE,
    /** It passes. */
    YES;

    Gain or(Gain other) {
      return compareTo(other) >= 0 ? this : other;
    }

    Gain atMost(Gain other) {
      return compareTo(other) <= 0 ? this : other;
    }
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

  /** How many of those messages pass once the changes are made that concern each. */
  Bounds bounds(Collection<Cell> cells, Function<Cell, Set<Recommendation>> changes) {
    Bounds bounds = Bounds.NONE;
    for (Cell cell : cells) {
      if (cell.isFailing()) {
        bounds = bounds.plus(gain(cell, changes.apply(cell)), cell.messages());
      }
    }
    return bounds;
  }

  /** What becomes of one failing message when all those changes are made. */
  Gain gain(Cell cell, Set<Recommendation> changes) {
    Gain gain = Gain.NO;
    for (Recommendation change : changes) {
      gain = gain.or(gain(cell, change, changes));
    }
    boolean contradicted =
        cell.facts().spfCause().isInconsistent() || cell.facts().dkimCause().isInconsistent();
    return contradicted ? gain.atMost(Gain.MAYBE) : gain;
  }

  private Gain gain(Cell cell, Recommendation change, Set<Recommendation> changes) {
    Facts facts = cell.facts();
    if (facts.authorDomain().isEmpty()) {
      return Gain.NO;
    }
    return switch (change) {
      case RELAX_ASPF -> facts.spf().hasOwnPass() ? Gain.YES : Gain.NO;
      case RELAX_ADKIM, OWN_IDENTITY -> facts.dkim().hasOwnPass() ? Gain.YES : Gain.NO;
      case CUSTOM_MAIL_FROM -> customMailFrom(cell, changes);
      case EASY_DKIM -> easyDkim(cell, changes);
      case REPAIR_EASY_DKIM, REPAIR_DKIM -> repairedKey(cell, changes);
      case VENDOR_DKIM -> vendorDkim(cell);
      case VENDOR_RETURN_PATH -> vendorReturnPath(cell, changes);
      case PUBLISH_DKIM -> newSignature(cell);
      case AUTHORIZE_IN_SPF, REPAIR_SPF -> repairedSpf(cell, change, changes);
      case ASK_OWNER, ENFORCE_POLICY, WAIT, NONE -> Gain.NO;
    };
  }

  /** The return path lies below the identity and so aligns in relaxed mode alone. */
  private static Gain customMailFrom(Cell cell, Set<Recommendation> changes) {
    if (!relaxesSpf(cell, changes) || !isOurSes(cell)) {
      return Gain.NO;
    }
    return carriedOver(cell.facts().spf(), KnownSenders.AMAZON_SES::passesSpfAs, Gain.NO);
  }

  /** A new signature fares as that of Amazon SES does: it covers the same body. */
  private static Gain easyDkim(Cell cell, Set<Recommendation> changes) {
    if (!isOurSes(cell)) {
      return Gain.NO;
    }
    Gain gain = carriedOver(cell.facts().dkim(), KnownSenders.AMAZON_SES::signsAs, Gain.MAYBE);
    return signsForAuthorDomain(cell, changes) ? gain : gain.atMost(Gain.MAYBE);
  }

  /**
   * The key is published: sure where it was missing, and the mail is ours and came straight; open
   * where the signature fails, which may as well be due to a change on the way.
   */
  private Gain repairedKey(Cell cell, Set<Recommendation> changes) {
    boolean ours = cell.sender().isSes() || knowledge.corroboratesDkim(cell).isPresent();
    boolean sure = ours && !cell.hasForwarderEvidence() && !isBodyChanged(cell);
    boolean missing = knowledge.isKeyMissing(cell);
    Gain gain = Gain.NO;
    for (Identity identity : cell.facts().dkim().identities()) {
      boolean aligns =
          identity.relation() == Relation.EXACT
              || identity.relation().isOwn()
                  && (relaxesDkim(cell, changes) || changes.contains(Recommendation.OWN_IDENTITY));
      if (aligns && identity.isBroken()) {
        boolean noKey =
            identity.outcome() == Outcome.PERMERROR
                || missing && identity.outcome() == Outcome.TEMPERROR;
        gain = gain.or(noKey && sure ? Gain.YES : Gain.MAYBE);
      }
    }
    return cell.isLabelled(Ownership.THEIRS) ? Gain.NO : gain;
  }

  private static boolean isBodyChanged(Cell cell) {
    return cell.facts().dkim().identities().stream()
        .anyMatch(i -> i.relation() == Relation.FOREIGN && i.outcome() == Outcome.FAIL);
  }

  private static Gain vendorDkim(Cell cell) {
    Optional<SenderProfile> vendor = cell.sender().service().filter(p -> !cell.sender().isSes());
    return vendor
        .map(p -> carriedOver(cell.facts().dkim(), p::signsAs, Gain.MAYBE).atMost(ofVendor(cell)))
        .orElse(Gain.NO);
  }

  private static Gain vendorReturnPath(Cell cell, Set<Recommendation> changes) {
    AlignmentMode mode =
        relaxesSpf(cell, changes) ? AlignmentMode.RELAXED : cell.facts().spf().mode();
    Optional<SenderProfile> vendor =
        cell.sender().service().filter(p -> !cell.sender().isSes() && p.spfCanAlign(mode));
    return vendor
        .map(p -> carriedOver(cell.facts().spf(), p::passesSpfAs, Gain.NO).atMost(ofVendor(cell)))
        .orElse(Gain.NO);
  }

  /** Others may use the same service: only the owner's word makes it sure. */
  private static Gain ofVendor(Cell cell) {
    return cell.label()
        .map(
            l ->
                switch (l.ownership()) {
                  case OURS -> Gain.YES;
                  case THEIRS -> Gain.NO;
                  case FORWARDER -> Gain.MAYBE;
                })
        .orElse(Gain.MAYBE);
  }

  /** Signing for the first time: sure where the owner says that the server is theirs. */
  private static Gain newSignature(Cell cell) {
    if (cell.sender().service().isPresent()) {
      return Gain.NO;
    }
    return cell.hasForwarderEvidence() ? ofVendor(cell).atMost(Gain.MAYBE) : ofVendor(cell);
  }

  private Gain repairedSpf(Cell cell, Recommendation change, Set<Recommendation> changes) {
    if (cell.isLabelled(Ownership.THEIRS)) {
      return Gain.NO;
    }
    Gain best =
        cell.isLabelled(Ownership.OURS)
            ? Gain.YES
            : knowledge.corroboratesSpf(cell) ? Gain.MAYBE : Gain.NO;
    Gain gain = Gain.NO;
    for (Identity identity : cell.facts().spf().identities()) {
      boolean aligns =
          identity.relation() == Relation.EXACT
              || identity.relation().isOwn() && relaxesSpf(cell, changes);
      if (aligns) {
        gain =
            gain.or(
                switch (identity.outcome()) {
                  case FAIL, SOFTFAIL, NEUTRAL, NONE -> best;
                  // A broken record may list anybody: whom, the reports cannot tell.
                  case PERMERROR ->
                      change == Recommendation.REPAIR_SPF ? best.or(Gain.MAYBE) : best;
                  case PASS, TEMPERROR, POLICY, ODD -> Gain.NO;
                });
      }
    }
    return gain;
  }

  private static boolean signsForAuthorDomain(Cell cell, Set<Recommendation> changes) {
    Facts facts = cell.facts();
    Optional<DomainName> author = facts.authorDomain();
    return relaxesDkim(cell, changes)
        || changes.contains(Recommendation.OWN_IDENTITY)
        || author.filter(a -> a.isSubdomainOf(facts.policyDomain())).isEmpty();
  }

  private static boolean relaxesSpf(Cell cell, Set<Recommendation> changes) {
    return cell.facts().spf().isRelaxed() || changes.contains(Recommendation.RELAX_ASPF);
  }

  private static boolean relaxesDkim(Cell cell, Set<Recommendation> changes) {
    return cell.facts().dkim().isRelaxed() || changes.contains(Recommendation.RELAX_ADKIM);
  }

  /** What a check of the service's own name came to, as the same check of ours would. */
  private static Gain carriedOver(Leg leg, Predicate<DomainName> isService, Gain unchecked) {
    Gain gain = Gain.NO;
    boolean checked = false;
    for (Identity identity : leg.identities()) {
      if (identity.domain().filter(isService).isPresent()) {
        checked = true;
        gain =
            gain.or(
                switch (identity.outcome()) {
                  case PASS -> Gain.YES;
                  case TEMPERROR, PERMERROR -> Gain.MAYBE;
                  case FAIL, SOFTFAIL, NEUTRAL, NONE, POLICY, ODD -> Gain.NO;
                });
      }
    }
    return checked ? gain : unchecked;
  }

  /** Amazon SES sends for no From that nobody verified. */
  private static boolean isOurSes(Cell cell) {
    return cell.sender().isSes() && !cell.isLabelled(Ownership.THEIRS);
  }
}
