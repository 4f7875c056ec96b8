/**
 * What DNS publishes about mail, read and understood: a {@link dmarcreports.dns.Question} is put to
 * a {@link dmarcreports.dns.Lookup}, the one function through which the outside world comes in, and
 * its {@link dmarcreports.dns.Answer} says what is there, that nothing is there, or that it cannot
 * be told. The rooms below read what was found: {@code dmarc}, {@code spf}, {@code dkim}, and
 * {@code ses} for what Amazon SES wants there. Pure; knows nothing of the project but {@code
 * report}. Start at {@code Lookup}.
 */
@NullMarked
package dmarcreports.dns;

import org.jspecify.annotations.NullMarked;
