/**
 * Name servers, asked for real: {@link dmarcreports.dns.live.LiveLookup} puts each question once in
 * a run, as an {@code Inquiry} that goes to one {@code Server} after the other, several {@code
 * Ahead} of their turn where they are expected, and {@code Reply} reads what came. dnsjava speaks
 * the protocol, and nobody else sees it. Loaded by those commands alone that ask. Start at {@code
 * LiveLookup}.
 */
@NullMarked
package dmarcreports.dns.live;

import org.jspecify.annotations.NullMarked;
