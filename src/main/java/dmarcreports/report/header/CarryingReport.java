package dmarcreports.report.header;

import java.util.Optional;

/**
 * A report about a mail, which that mail was found in: a bounce (RFC 3464) or a complaint (RFC
 * 5965).
 *
 * @param type the report-type: {@code delivery-status}, {@code feedback-report}; hostile text, as
 *     all of it
 * @param reporter the host that reports
 * @param status the code of RFC 3463, of a bounce
 * @param diagnostic what the receiving server answered, of a bounce
 * @param feedback the kind of a complaint: {@code abuse}, {@code auth-failure}
 */
public record CarryingReport(
    String type,
    Optional<String> reporter,
    Optional<String> status,
    Optional<String> diagnostic,
    Optional<String> feedback) {}
