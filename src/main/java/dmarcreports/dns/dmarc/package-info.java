/**
 * The DMARC record as DNS has it (RFC 9989; RFC 7489 before it): {@link
 * dmarcreports.dns.dmarc.PublishedDmarc} reads one, {@link dmarcreports.dns.dmarc.DmarcLookup}
 * finds it at a name, {@link dmarcreports.dns.dmarc.TreeWalk} for a name, {@link
 * dmarcreports.dns.dmarc.ReportAuthorization} asks whether reports may be sent where it says. Start
 * at {@code TreeWalk}.
 */
@NullMarked
package dmarcreports.dns.dmarc;

import org.jspecify.annotations.NullMarked;
