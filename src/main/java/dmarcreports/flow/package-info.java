/**
 * What a command does, one screen each: {@code Ingest} takes a mailbox into the database and keeps
 * the {@code Ledger}, {@code Analyze} takes findings out of it, {@code Nightly} tells what is new,
 * {@code Retry} finds again what was discarded. Knows every room below, and no options. Start at
 * {@link dmarcreports.flow.Ingest}, then {@link dmarcreports.flow.Analyze}.
 */
package dmarcreports.flow;
