package dmarcreports.analysis.lookup;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.saying.Names;
import dmarcreports.dns.Lookup;
import dmarcreports.dns.dmarc.DmarcLookup;
import dmarcreports.report.DomainName;
import dmarcreports.report.PolicyPublished;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the newest reports show of a domain beside what DNS shows now. */
final class ReportsFinding {
  private final DomainName domain;
  private final SeenMail seen;
  private final Asking asking;
  private final List<Remark> remarks = new ArrayList<>();

  private ReportsFinding(DomainName domain, SeenMail seen, Lookup lookup) {
    this.domain = domain;
    this.seen = seen;
    this.asking = new Asking(lookup);
  }

  /**
   * Empty where nothing is stored that could be compared.
   *
   * @param actions what the findings advise
   * @param unasked what was left out
   */
  static Optional<Finding> of(
      DomainName domain, SeenMail seen, List<Action> actions, Lookup lookup, List<Remark> unasked) {
    ReportsFinding all = new ReportsFinding(domain, seen, lookup);
    seen.newestDay().ifPresent(day -> all.compare(day, actions));
    all.remarks.addAll(unasked);
    return all.remarks.isEmpty()
        ? Optional.empty()
        : Optional.of(Finding.of(Topic.REPORTS, domain.text(), all.asking.asked(), all.remarks));
  }

  private void compare(LocalDate day, List<Action> actions) {
    seen.policy().ifPresent(policy -> policy(policy, day));
    if (!seen.regions().isEmpty()) {
      remarks.add(
          Remark.of(ReportsRemark.SES_DEFAULT_PATH, Names.of(Names.Joint.SERIES, seen.regions())));
    }
    remarks.addAll(AdvisedRemarks.of(actions, day, asking));
    if (seen.unnamedKeys() > 0) {
      remarks.add(Remark.of(ReportsRemark.UNNAMED_KEYS, seen.unnamedKeys()));
    }
  }

  private void policy(PolicyPublished policy, LocalDate day) {
    PolicyTags then = PolicyTags.reported(policy);
    DmarcLookup lookup = DmarcLookup.of(domain, asking);
    if (lookup.failed()) {
      remarks.add(Remark.of(ReportsRemark.POLICY_UNTOLD, then.policy()));
    } else if (lookup.record().isEmpty()) {
      remarks.add(Remark.of(ReportsRemark.POLICY_GONE, then.policy(), day));
    } else {
      PolicyTags now = PolicyTags.published(lookup.record().get());
      String old = then.unlike(now);
      String present = now.unlike(then);
      remarks.add(
          old.isEmpty() && present.isEmpty()
              ? Remark.of(ReportsRemark.POLICY_AS_REPORTED, day)
              : Remark.of(ReportsRemark.POLICY_CHANGED, old, present, day));
    }
  }
}
