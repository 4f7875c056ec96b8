package dmarcreports.report;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The messages of one day from one source with one evidence, as one reporter counts them.
 *
 * @param sourceIp empty where the reporters named no address
 * @param day the UTC day in which the middle of the reports' windows lies
 * @param reporter the name of the reporter
 * @param messages how many, 0 or more
 */
public record Observation(
    Evidence evidence,
    Optional<SourceIp> sourceIp,
    LocalDate day,
    String reporter,
    long messages) {}
