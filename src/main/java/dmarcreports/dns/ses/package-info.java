/**
 * What Amazon SES wants to find in DNS: {@link dmarcreports.dns.ses.CustomMailFrom} for a MAIL FROM
 * domain, {@link dmarcreports.dns.ses.EasyDkim} for a key. Start at either.
 */
@NullMarked
package dmarcreports.dns.ses;

import org.jspecify.annotations.NullMarked;
