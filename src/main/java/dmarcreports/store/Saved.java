package dmarcreports.store;

import dmarcreports.store.rows.Outcome;

/**
 * What came of a report that was read to its end.
 *
 * @param repeatsThisRun whether it is a duplicate of a report that this run stored
 * @param records how many it has
 * @param messages how many its records count together
 * @param deviations how many were noted in it
 */
public record Saved(
    Outcome outcome, boolean repeatsThisRun, long records, long messages, long deviations) {}
