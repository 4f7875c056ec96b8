package dmarcreports.analysis;

import dmarcreports.analysis.SenderLabel.Ownership;
import dmarcreports.report.AlignmentMode;
import dmarcreports.report.DomainName;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * How many failing messages pass once recommendations are done, all together. Changes only ever
 * add: what passes goes on passing.
 *
 * @param min at least; empty where an effect is not known
 * @param max at most; empty where an effect is not known
 */
record Repair(OptionalLong min, OptionalLong max) {

  /** What a change does to one message. */
  private enum Gain {
    NO,
    MAYBE,
    YES
  }

  static Repair of(Collection<Cell> cells, Collection<Recommendation> recommendations) {
    Set<Recommendation> done = EnumSet.copyOf(recommendations);
    long failing = 0;
    long min = 0;
    long max = 0;
    for (Cell cell : cells) {
      if (cell.isFailing()) {
        Gain gain = gain(cell, done);
        failing = Tally.sum(failing, cell.messages());
        min = Tally.sum(min, gain == Gain.YES ? cell.messages() : 0);
        max = Tally.sum(max, gain == Gain.NO ? 0 : cell.messages());
      }
    }
    boolean known = min == failing || done.stream().allMatch(Repair::hasKnownEffect);
    return known
        ? new Repair(OptionalLong.of(min), OptionalLong.of(max))
        : new Repair(OptionalLong.empty(), OptionalLong.empty());
  }

  private static boolean hasKnownEffect(Recommendation recommendation) {
    return switch (recommendation) {
      case RELAX_ASPF, RELAX_ADKIM, CUSTOM_MAIL_FROM, EASY_DKIM, OWN_IDENTITY -> true;
      case ASK_OWNER, ENFORCE_POLICY, WAIT, NONE -> true;
      case REPAIR_EASY_DKIM,
          VENDOR_DKIM,
          VENDOR_RETURN_PATH,
          PUBLISH_DKIM,
          REPAIR_DKIM,
          AUTHORIZE_IN_SPF,
          REPAIR_SPF ->
          false;
    };
  }

  private static Gain gain(Cell cell, Set<Recommendation> done) {
    Gain best = Gain.NO;
    for (Recommendation recommendation : done) {
      Gain gain = gain(cell, recommendation, done);
      best = gain.compareTo(best) > 0 ? gain : best;
    }
    boolean contradicted =
        cell.facts().spfCause().isInconsistent() || cell.facts().dkimCause().isInconsistent();
    return best == Gain.YES && contradicted ? Gain.MAYBE : best;
  }

  private static Gain gain(Cell cell, Recommendation change, Set<Recommendation> done) {
    return switch (change) {
      case RELAX_ASPF -> cell.facts().spf().hasOwnPass() ? Gain.YES : Gain.NO;
      case RELAX_ADKIM, OWN_IDENTITY -> cell.facts().dkim().hasOwnPass() ? Gain.YES : Gain.NO;
      case CUSTOM_MAIL_FROM -> customMailFrom(cell, done);
      case EASY_DKIM -> easyDkim(cell, done);
      case REPAIR_EASY_DKIM,
          VENDOR_DKIM,
          VENDOR_RETURN_PATH,
          PUBLISH_DKIM,
          REPAIR_DKIM,
          AUTHORIZE_IN_SPF,
          REPAIR_SPF,
          ASK_OWNER,
          ENFORCE_POLICY,
          WAIT,
          NONE ->
          Gain.NO;
    };
  }

  /** The return path lies below the identity and so aligns in relaxed mode alone. */
  private static Gain customMailFrom(Cell cell, Set<Recommendation> done) {
    Leg spf = cell.facts().spf();
    boolean relaxed = spf.isRelaxed() || done.contains(Recommendation.RELAX_ASPF);
    if (!relaxed || !isOurSes(cell)) {
      return Gain.NO;
    }
    Gain gain = Gain.NO;
    for (Identity identity : spf.identities()) {
      if (identity.domain().filter(KnownSenders.AMAZON_SES::passesSpfAs).isPresent()) {
        gain = better(gain, carriedOver(identity.outcome()));
      }
    }
    return gain;
  }

  /** A new signature fares as that of Amazon SES does: it covers the same body. */
  private static Gain easyDkim(Cell cell, Set<Recommendation> done) {
    if (!isOurSes(cell)) {
      return Gain.NO;
    }
    Gain gain = Gain.NO;
    boolean signed = false;
    for (Identity identity : cell.facts().dkim().identities()) {
      if (identity.domain().filter(KnownSenders.AMAZON_SES::signsAs).isPresent()) {
        signed = true;
        gain = better(gain, carriedOver(identity.outcome()));
      }
    }
    if (!signed) {
      return Gain.MAYBE;
    }
    return gain == Gain.YES && !signsForAuthorDomain(cell, done) ? Gain.MAYBE : gain;
  }

  private static boolean signsForAuthorDomain(Cell cell, Set<Recommendation> done) {
    Facts facts = cell.facts();
    Optional<DomainName> author = facts.authorDomain();
    return facts.dkim().mode() == AlignmentMode.RELAXED
        || done.contains(Recommendation.RELAX_ADKIM)
        || done.contains(Recommendation.OWN_IDENTITY)
        || author.filter(a -> a.isSubdomainOf(facts.policyDomain())).isEmpty();
  }

  private static Gain carriedOver(Outcome outcome) {
    return switch (outcome) {
      case PASS -> Gain.YES;
      case TEMPERROR, PERMERROR -> Gain.MAYBE;
      case FAIL, SOFTFAIL, NEUTRAL, NONE, POLICY, ODD -> Gain.NO;
    };
  }

  /** Amazon SES sends for no From that nobody verified. */
  private static boolean isOurSes(Cell cell) {
    return cell.sender().isSes()
        && !cell.isLabelled(Ownership.THEIRS)
        && cell.facts().authorDomain().isPresent();
  }

  private static Gain better(Gain one, Gain other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
