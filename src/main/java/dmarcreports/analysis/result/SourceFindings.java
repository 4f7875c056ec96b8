package dmarcreports.analysis.result;

import dmarcreports.analysis.stream.Diagnosis;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.report.SourceIp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What came from one address.
 *
 * @param sourceIp empty where the reporters named no address
 * @param firstSeen the first UTC day
 * @param lastSeen the last UTC day
 * @param diagnosis that of the headline stream, the one with most failing messages; its
 *     recommendations and repaired messages are those of all failing streams of the source
 * @param streams the streams of the source, the headline first; their sums are this source's alone;
 *     made when asked for
 */
public record SourceFindings(
    Optional<SourceIp> sourceIp,
    Tally tally,
    LocalDate firstSeen,
    LocalDate lastSeen,
    Diagnosis diagnosis,
    List<StreamFindings> streams)
    implements DiagnosedMail {}
