/**
 * The header of one mail in the words of its RFCs: what DKIM signatures claim (RFC 6376), what
 * receivers say that they found (RFC 8601, RFC 7208, RFC 8617), and the path that a mail took (RFC
 * 5321). Each word reads the body of its field, which anybody can have written: reading never fails
 * and takes time in proportion to the length. Knows nothing of the project but {@code report}.
 * Start at {@link dmarcreports.report.header.TracedMail}.
 */
@NullMarked
package dmarcreports.report.header;

import org.jspecify.annotations.NullMarked;
