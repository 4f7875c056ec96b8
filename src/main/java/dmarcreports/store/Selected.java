package dmarcreports.store;

import static dmarcreports.store.tables.Tables.EVIDENCES;
import static dmarcreports.store.tables.Tables.REPORTS;

import dmarcreports.report.PolicyPublished;
import dmarcreports.store.sql.WrittenReads;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** A selection, as a condition. */
final class Selected {
  private Selected() {}

  /**
   * Of the reports that count.
   *
   * @param policies all that are stored, by id
   */
  static Condition reports(Selection selection, Map<Integer, PolicyPublished> policies) {
    Condition condition = REPORTS.CONFLICT.isFalse();
    if (selection.since().isPresent()) {
      condition = condition.and(REPORTS.REPORT_DAY.ge(selection.since().get()));
    }
    if (selection.until().isPresent()) {
      condition = condition.and(REPORTS.REPORT_DAY.le(selection.until().get()));
    }
    if (!selection.domains().isEmpty()) {
      condition = condition.and(REPORTS.POLICY_ID.in(policies(selection, policies)));
    }
    if (selection.afterRun() > 0) {
      condition = condition.and(REPORTS.RUN_ID.gt(selection.afterRun()));
    }
    return condition;
  }

  /** Of the evidences of the records of such reports, and maybe of others. */
  static Condition evidences(Selection selection, Map<Integer, PolicyPublished> policies) {
    Condition condition =
        selection.domains().isEmpty()
            ? DSL.noCondition()
            : EVIDENCES.POLICY_ID.in(policies(selection, policies));
    return selection.afterRun() > 0
        ? condition.and(WrittenReads.after(selection.afterRun()))
        : condition;
  }

  /** The ids of the policies of the domains selected. */
  static List<Integer> policies(Selection selection, Map<Integer, PolicyPublished> policies) {
    return policies.entrySet().stream()
        .filter(policy -> selection.domains().contains(policy.getValue().domain()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
