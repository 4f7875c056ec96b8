package dmarcreports.analysis;

import dmarcreports.analysis.alignment.Facts;
import dmarcreports.analysis.alignment.Leg;
import dmarcreports.analysis.alignment.Verdict;
import dmarcreports.analysis.stream.DomainMail;
import dmarcreports.analysis.sums.Cell;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.analysis.sums.Tightening;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The what-if of the other direction: which messages pass only because alignment is relaxed. */
final class Strictness {
  private Strictness() {}

  /** What each mode that is relaxed now would lose if it were strict. */
  static List<Tightening> of(DomainMail mail) {
    List<Tightening> tightenings = new ArrayList<>();
    lost("aspf=s", mail, Facts::spf, Facts::dkimPasses).ifPresent(tightenings::add);
    lost("adkim=s", mail, Facts::dkim, Facts::spfPasses).ifPresent(tightenings::add);
    return tightenings;
  }

  private static Optional<Tightening> lost(
      String tag, DomainMail mail, Function<Facts, Leg> tightened, Predicate<Facts> otherPasses) {
    boolean relaxed = false;
    long min = 0;
    long max = 0;
    Facts last = null;
    boolean rests = false;
    boolean own = false;
    for (Cell cell : mail.cells()) {
      Facts facts = cell.facts();
      if (facts != last) {
        last = facts;
        Leg leg = tightened.apply(facts);
        relaxed |= leg.isRelaxed();
        rests =
            facts.verdict() == Verdict.PASS
                && !otherPasses.test(facts)
                && leg.isRelaxed()
                && !leg.hasExactPass();
        own = leg.hasOwnPass();
      }
      max = Tally.sum(max, rests ? cell.messages() : 0);
      min = Tally.sum(min, rests && own ? cell.messages() : 0);
    }
    return relaxed ? Optional.of(new Tightening(tag, min, max)) : Optional.empty();
  }
}
