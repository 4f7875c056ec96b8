/**
 * What a report says about one message's authentication: the identities that SPF and DKIM checked,
 * how each relates to the Author Domain, and why the mechanism does or does not align ({@link
 * dmarcreports.analysis.alignment.Cause}). The ground floor: speaks only {@code report}. Start at
 * {@code Facts}, which is all of it for one evidence.
 */
@NullMarked
package dmarcreports.analysis.alignment;

import org.jspecify.annotations.NullMarked;
