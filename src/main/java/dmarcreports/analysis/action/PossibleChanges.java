package dmarcreports.analysis.action;

import static dmarcreports.analysis.change.Recommendation.AUTHORIZE_IN_SPF;
import static dmarcreports.analysis.change.Recommendation.CUSTOM_MAIL_FROM;
import static dmarcreports.analysis.change.Recommendation.EASY_DKIM;
import static dmarcreports.analysis.change.Recommendation.OWN_IDENTITY;
import static dmarcreports.analysis.change.Recommendation.PUBLISH_DKIM;
import static dmarcreports.analysis.change.Recommendation.RELAX_ADKIM;
import static dmarcreports.analysis.change.Recommendation.RELAX_ASPF;
import static dmarcreports.analysis.change.Recommendation.REPAIR_DKIM;
import static dmarcreports.analysis.change.Recommendation.REPAIR_EASY_DKIM;
import static dmarcreports.analysis.change.Recommendation.REPAIR_SPF;
import static dmarcreports.analysis.change.Recommendation.VENDOR_DKIM;
import static dmarcreports.analysis.change.Recommendation.VENDOR_RETURN_PATH;

import dmarcreports.analysis.alignment.Facts;
import dmarcreports.analysis.alignment.Outcome;
import dmarcreports.analysis.change.Recommendation;
import dmarcreports.analysis.sender.Reach;
import dmarcreports.analysis.sums.Cell;
import java.util.ArrayList;
import java.util.List;

/** The changes that somebody may think of for failing mail, whether they help or not. */
public final class PossibleChanges {
  private PossibleChanges() {}

  /** Each alone, then those that work only together; none where DMARC does not apply. */
  public static List<List<Recommendation>> of(Cell cell) {
    Facts facts = cell.facts();
    if (facts.authorDomain().isEmpty()) {
      return List.of();
    }
    List<Recommendation> singles = singles(cell);
    List<List<Recommendation>> changes = new ArrayList<>();
    singles.forEach(single -> changes.add(List.of(single)));
    for (List<Recommendation> bundle : ActionKey.BUNDLES) {
      boolean exact =
          bundle.contains(VENDOR_DKIM)
              && cell.sender().service().filter(s -> s.dkimReach() == Reach.RELAXED).isEmpty();
      boolean pointless =
          exact
              || (bundle.contains(RELAX_ASPF) ? facts.spf().isRelaxed() : facts.dkim().isRelaxed());
      if (singles.containsAll(bundle) && !pointless) {
        changes.add(bundle);
      }
    }
    return changes;
  }

  private static List<Recommendation> singles(Cell cell) {
    Facts facts = cell.facts();
    boolean ses = cell.sender().isSes();
    boolean service = cell.sender().service().isPresent();
    boolean broken =
        facts.dkim().identities().stream().anyMatch(i -> i.relation().isOwn() && i.isBroken());
    boolean below =
        facts.authorDomain().filter(a -> a.isSubdomainOf(facts.policyDomain())).isPresent();
    List<Recommendation> singles = new ArrayList<>();
    if (ses) {
      singles.add(EASY_DKIM);
      singles.add(CUSTOM_MAIL_FROM);
    } else if (service) {
      singles.add(VENDOR_DKIM);
      singles.add(VENDOR_RETURN_PATH);
    } else {
      singles.add(PUBLISH_DKIM);
    }
    if (broken) {
      singles.add(ses ? REPAIR_EASY_DKIM : REPAIR_DKIM);
    }
    singles.add(RELAX_ASPF);
    singles.add(RELAX_ADKIM);
    if (facts.dkim().hasOwnPass() || below && (ses || broken)) {
      singles.add(OWN_IDENTITY);
    }
    singles.add(AUTHORIZE_IN_SPF);
    if (facts.spf().hasOwn(Outcome.PERMERROR)) {
      singles.add(REPAIR_SPF);
    }
    return singles;
  }
}
