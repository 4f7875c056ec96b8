package dmarcreports.report.header;

import java.util.Optional;

/**
 * What a mailing list leaves in a mail.
 *
 * @param id the List-Id (RFC 2919), which services that send newsletters write too
 * @param posting whether it names an address to post to (List-Post, RFC 2369), as lists do and
 *     newsletters do not
 * @param footer a line of its body that list software puts under a mail
 */
public record ListFields(Optional<String> id, boolean posting, Optional<String> footer) {}
