package dmarcreports.analysis.stream;

import dmarcreports.analysis.alignment.Cause;
import dmarcreports.analysis.alignment.Facts;
import dmarcreports.analysis.alignment.Verdict;
import dmarcreports.analysis.sender.SenderLabel.Ownership;
import dmarcreports.analysis.sums.Cell;
import dmarcreports.report.Policy;
import dmarcreports.report.PolicyPublished;
import java.util.List;

/** Whether a domain is told to say in DNS that it sends nothing. */
enum Parking {
  /** It sends, or seems to: something passes, or is proven or said to be ours. */
  NO,
  /** Nothing in the reports is proven to be its own mail. */
  PROPOSED,
  /** The same, and its policy refuses all mail already. */
  DONE;

  private static final int WHOLE = 100;

  /** All mail of one policy domain; nothing of it is proven, and not all of it waits for DNS. */
  static Parking of(List<Cell> cells, PolicyPublished policy) {
    boolean told = false;
    for (Cell cell : cells) {
      if (isSomebodysMail(cell)) {
        return NO;
      }
      told |= cell.isFailing() && !isUnanswered(cell.facts());
    }
    if (!told) {
      return NO;
    }
    return rejectsAll(policy) ? DONE : PROPOSED;
  }

  private static boolean isSomebodysMail(Cell cell) {
    Facts facts = cell.facts();
    return facts.verdict() == Verdict.PASS
        || facts.spf().hasOwnPass()
        || facts.dkim().hasOwnPass()
        || facts.apart().isPresent()
        || cell.sender().service().isPresent()
        || cell.isLabelled(Ownership.OURS);
  }

  private static boolean isUnanswered(Facts facts) {
    return facts.spfCause() == Cause.OWN_TEMPERROR || facts.dkimCause() == Cause.OWN_TEMPERROR;
  }

  private static boolean rejectsAll(PolicyPublished policy) {
    return policy.p().filter(Policy.REJECT::equals).isPresent()
        && policy.sp().filter(sp -> sp != Policy.REJECT).isEmpty()
        && policy.np().filter(np -> np != Policy.REJECT).isEmpty()
        && policy.pct().filter(pct -> pct < WHOLE).isEmpty()
        && !policy.testing().orElse(false);
  }
}
