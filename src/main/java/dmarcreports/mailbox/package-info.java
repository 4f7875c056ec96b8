/**
 * Where inputs lie and what becomes of them: {@code Mailbox} lists them, {@code Look} remembers
 * what one was like before it was read, {@code Disposal} moves or deletes it afterwards. Opens
 * nothing. Start at {@link dmarcreports.mailbox.Mailbox}.
 */
package dmarcreports.mailbox;
