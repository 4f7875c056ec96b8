/**
 * What all mailboxes on servers share, and what is sent over servers with them: {@code Address} is
 * where one lies, {@code SecretSources} has its password or token, {@code TrustedAuthority} whom
 * TLS trusts, {@code Pauses} how it is tried again. Start at {@link
 * dmarcreports.mailbox.server.Address}.
 */
package dmarcreports.mailbox.server;
