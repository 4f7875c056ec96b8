/**
 * Accounts of POP3 servers. A {@code Pop3Mailbox} has one {@code Pop3Visit}, which lists what was
 * not read yet and deletes what may go when it ends; it speaks through a {@code Pop3Session}. Start
 * at {@link dmarcreports.mailbox.pop3.Pop3Mailbox}.
 */
package dmarcreports.mailbox.pop3;
