package dmarcreports.store;

import dmarcreports.report.Origin;
import dmarcreports.store.rows.Outcome;

/**
 * A report that this run took for stored, until the commit found that another run had been first.
 *
 * @param outcome what became of it: a duplicate, or in conflict with the other run's
 */
public record Overtaken(
    Origin origin, Outcome outcome, long records, long messages, long deviations) {}
