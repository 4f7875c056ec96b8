/**
 * From a mailbox to the XML in it: inputs, mails, attachments, archives. Knows nothing of DMARC and
 * imports only {@code report}. What a thing is, its bytes say, never its name or declared type.
 * Start at {@link dmarcreports.mail.Opener}, or at {@link dmarcreports.mail.OneMail} for one mail
 * that is no report; the formats are in {@link dmarcreports.mail.ContainerKind}.
 */
package dmarcreports.mail;
