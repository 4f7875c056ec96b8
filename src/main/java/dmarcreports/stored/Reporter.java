package dmarcreports.stored;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What is stored of one reporter.
 *
 * @param name the reporter's own; hostile text
 * @param format the shape of its newest report, in lower case
 * @param deviations how many were noted in its reports
 * @param lastSeen the day of its newest report
 * @param newestEnd the end of that report's window
 */
public record Reporter(
    String name,
    long reports,
    long messages,
    String format,
    long deviations,
    LocalDate lastSeen,
    Instant newestEnd) {}
