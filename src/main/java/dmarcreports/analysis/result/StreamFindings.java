package dmarcreports.analysis.result;

import dmarcreports.analysis.stream.Diagnosis;
import dmarcreports.analysis.sums.Tally;
import java.time.LocalDate;
import java.util.List;

/**
 * One mail stream (RFC 9989, 3.2): messages that came the same way with the same identities.
 *
 * @param sourceGroup the service ({@code amazon-ses}), else the network ({@code 192.0.2.0/24}),
 *     else empty
 * @param sources how many addresses
 * @param firstSeen the first UTC day
 * @param lastSeen the last UTC day
 * @param reporters who tells of it, sorted
 * @param days on how many days
 * @param diagnosis what is the matter with it
 */
public record StreamFindings(
    String sourceGroup,
    long sources,
    Tally tally,
    LocalDate firstSeen,
    LocalDate lastSeen,
    List<String> reporters,
    int days,
    Diagnosis diagnosis)
    implements DiagnosedMail {
  /** Keeps its own copy of the list. */
  public StreamFindings {
    reporters = List.copyOf(reporters);
  }
}
