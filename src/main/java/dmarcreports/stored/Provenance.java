package dmarcreports.stored;

import dmarcreports.report.CarryingMail;
import dmarcreports.report.DomainName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a stored report came from.
 *
 * @param conflict whether it is kept apart and not counted
 * @param stored the start of the run that stored it
 * @param input as its user named it, with the way inside it; hostile text
 * @param mail empty where no mail carried it, or where that was not kept
 */
public record Provenance(
    String reporter,
    String reportId,
    DomainName domain,
    LocalDate day,
    long records,
    long messages,
    boolean conflict,
    Instant stored,
    String input,
    Optional<CarryingMail> mail) {}
