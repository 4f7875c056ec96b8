/**
 * Where inputs lie and what becomes of them: a {@code Mailbox} has {@code Visit}s, which list its
 * inputs; {@code Look} remembers what one was like before it was read, {@code Disposal} moves or
 * deletes it afterwards. Files are here; each kind of server has a room of its own, and {@code
 * server} holds what they share. Start at {@link dmarcreports.mailbox.Mailbox}.
 */
package dmarcreports.mailbox;
