/**
 * What a command does, one screen each: {@code Intake} opens the database for a run and {@code
 * Ingest} takes a mailbox into it, one {@code OneInput} at a time, keeping the {@code Ledger};
 * {@code Analyze} takes findings out of it, {@code Extract} its records; {@code Nightly} tells what
 * is new and {@code Deliver} sends it, {@code Retry} finds again what was discarded; {@code Check}
 * asks DNS, {@code ExplainMail} judges one mail. Knows every room below, and no options: {@code
 * Access}, {@code Choice}, {@code Knowledge} and {@code Sending} are what options yield. Start at
 * {@link dmarcreports.flow.Ingest}, then {@link dmarcreports.flow.Analyze}.
 */
package dmarcreports.flow;
