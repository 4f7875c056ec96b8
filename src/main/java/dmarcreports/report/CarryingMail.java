package dmarcreports.report;

import java.util.Optional;

/**
 * The mail that carried a document, by the fields of its header as they stood there, each cut to
 * {@value #MOST} characters and put on one line. Whoever sent it wrote them: no proof of anything.
 *
 * @param from RFC 5322, 3.6.2
 * @param date RFC 5322, 3.6.1
 * @param messageId RFC 5322, 3.6.4
 * @param authenticationResults the topmost one, which is the receiving server's own if that server
 *     removes those of others (RFC 8601, 5)
 */
public record CarryingMail(
    Optional<String> from,
    Optional<String> date,
    Optional<String> messageId,
    Optional<String> authenticationResults) {
  /** The longest that is kept of one field. */
  public static final int MOST = 1024;
}
