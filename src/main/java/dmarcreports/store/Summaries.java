package dmarcreports.store;

import static dmarcreports.store.tables.Tables.REPORTS;

import dmarcreports.report.DomainName;
import dmarcreports.report.Messages;
import dmarcreports.report.PolicyPublished;
import dmarcreports.stored.PolicyDomain;
import dmarcreports.stored.Reporter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** What the reports selected come to, by domain and by reporter. */
final class Summaries {
  /** An order in which the newest report is the last. */
  static final List<Field<?>> NEWEST_LAST =
      List.of(
          REPORTS.REPORT_DAY,
          REPORTS.WINDOW_END,
          REPORTS.REPORTER,
          REPORTS.REPORT_ID,
          REPORTS.KEY_HASH);

  private static final int FETCH = 1_000;

  private final DSLContext db;
  private final Map<Integer, PolicyPublished> policies;

  /**
   * @param policies all that are stored, by id
   */
  Summaries(DSLContext db, Map<Integer, PolicyPublished> policies) {
    this.db = db;
    this.policies = policies;
  }

  /** The policy domains selected, by name. */
  Map<DomainName, PolicyDomain> domains(Selection selection) {
    Map<DomainName, PolicyDomain> domains = new TreeMap<>();
    Map<DomainName, Set<String>> reporters = new HashMap<>();
    try (Cursor<?> reports =
        db.select(REPORTS.POLICY_ID, REPORTS.REPORTER)
            .from(REPORTS)
            .where(Selected.reports(selection, policies))
            .orderBy(newestLast())
            .fetchSize(FETCH)
            .fetchLazy()) {
      for (Record report : reports) {
        PolicyPublished policy = policies.get(report.get(REPORTS.POLICY_ID));
        Set<String> names = reporters.computeIfAbsent(policy.domain(), one -> new HashSet<>());
        names.add(report.get(REPORTS.REPORTER));
        domains.merge(
            policy.domain(),
            new PolicyDomain(policy, 1, 1),
            (old, now) -> new PolicyDomain(policy, old.reports() + 1, names.size()));
      }
    }
    return domains;
  }

  /** The reporters selected, by name. */
  List<Reporter> reporters(Selection selection) {
    Map<String, Reporter> reporters = new TreeMap<>();
    try (Cursor<?> reports =
        db.select(
                REPORTS.REPORTER,
                REPORTS.MESSAGE_COUNT,
                REPORTS.FORMAT,
                REPORTS.DEVIATION_COUNT,
                REPORTS.REPORT_DAY)
            .from(REPORTS)
            .where(Selected.reports(selection, policies))
            .orderBy(newestLast())
            .fetchSize(FETCH)
            .fetchLazy()) {
      for (Record report : reports) {
        Reporter now =
            new Reporter(
                report.get(REPORTS.REPORTER),
                1,
                report.get(REPORTS.MESSAGE_COUNT),
                report.get(REPORTS.FORMAT),
                report.get(REPORTS.DEVIATION_COUNT),
                report.get(REPORTS.REPORT_DAY));
        reporters.merge(
            now.name(),
            now,
            (old, newer) ->
                new Reporter(
                    old.name(),
                    old.reports() + 1,
                    Messages.sum(old.messages(), newer.messages()),
                    newer.format(),
                    old.deviations() + newer.deviations(),
                    newer.lastSeen()));
      }
    }
    return List.copyOf(reporters.values());
  }

  /** Reports of the future count as the oldest, so that they are never the newest. */
  private static List<Field<?>> newestLast() {
    List<Field<?>> order = new ArrayList<>();
    order.add(DSL.field(REPORTS.LATE.isFalse()));
    order.addAll(NEWEST_LAST);
    return order;
  }
}
