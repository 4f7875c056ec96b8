/**
 * Who sends: the table of known services ({@code senders.txt}), the owner's labels, and which of
 * them a message's passing identities prove. Start at {@code Sender}; a service is added in the
 * table alone, and what is said of no other one in the catalogues.
 */
@NullMarked
package dmarcreports.analysis.sender;

import org.jspecify.annotations.NullMarked;
