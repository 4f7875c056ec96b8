package dmarcreports.analysis;

import java.time.LocalDate;

/**
 * One mail stream (RFC 9989, 3.2): messages that came the same way with the same identities.
 *
 * @param sourceGroup the service ({@code amazon-ses}), else the network ({@code 192.0.2.0/24}),
 *     else empty
 * @param sources how many addresses
 * @param firstSeen the first UTC day
 * @param lastSeen the last UTC day
 * @param diagnosis what is the matter with it
 */
public record StreamFindings(
    String sourceGroup,
    long sources,
    Tally tally,
    LocalDate firstSeen,
    LocalDate lastSeen,
    Diagnosis diagnosis) {}
