/**
 * The keys of DKIM as DNS has them (RFC 6376, 3.6; RFC 8301; RFC 8463): {@link
 * dmarcreports.dns.dkim.DkimKeyLookup} asks for the key of a selector, {@link
 * dmarcreports.dns.dkim.DkimKeyRecord} reads one, {@link dmarcreports.dns.dkim.PublicKeyBytes}
 * looks into the key itself. Start at {@code DkimKeyLookup}.
 */
@NullMarked
package dmarcreports.dns.dkim;

import org.jspecify.annotations.NullMarked;
