package dmarcreports.stored;

/**
 * The ledger of a run of ingest, as far as it is kept.
 *
 * @param messages of what it stored, as the records
 */
public record RunSums(
    long inputs,
    long notReports,
    long unreadable,
    long stored,
    long duplicates,
    long conflicts,
    long discarded,
    long records,
    long messages) {}
