/**
 * Folders of IMAP servers. An {@code ImapMailbox} has one {@code ImapFolder} for each of them,
 * which lists what was not read yet; {@code MailFetcher} fetches mails when they are opened, {@code
 * ImapDisposal} remembers and moves them, as {@code CopiedMails} where the server has no MOVE. All
 * of it speaks through one {@code ImapSession}, which has another {@code ImapConnection} made where
 * one is lost. Start at {@link dmarcreports.mailbox.imap.ImapMailbox}.
 */
package dmarcreports.mailbox.imap;
