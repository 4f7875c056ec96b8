package dmarcreports.report.header;

/**
 * A field with its place on the way of the mail.
 *
 * @param hopsAbove how many Received fields stand above it: those hosts had the mail after it was
 *     written, or the one directly above wrote it
 */
public record Stated<T>(T words, int hopsAbove) {}
