package dmarcreports.report;

/**
 * An aggregate report but for its records, which are streamed after it (RFC 9990, {@code
 * feedback}).
 *
 * @param window what the report is about: the reported window, or what its file name says of it
 */
public record AggregateReport(
    ReportMetadata metadata, PolicyPublished policyPublished, DateRange window) {}
