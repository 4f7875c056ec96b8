/**
 * SPF as DNS has it and receivers check it (RFC 7208): {@link dmarcreports.dns.spf.SpfRecord} reads
 * a record, {@link dmarcreports.dns.spf.SpfLookup} finds it at a name, {@link
 * dmarcreports.dns.spf.SpfTree} follows it to others, whoever sends, and {@link
 * dmarcreports.dns.spf.SpfEvaluation} says whether one client may send. Start at {@code SpfLookup}.
 */
@NullMarked
package dmarcreports.dns.spf;

import org.jspecify.annotations.NullMarked;
