package dmarcreports.stored;

/**
 * What was copied from one database into another.
 *
 * @param reports that count
 * @param records of them
 * @param messages of these
 */
public record Copied(long reports, long records, long messages) {}
