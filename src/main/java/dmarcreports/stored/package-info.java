/**
 * What a database tells of itself and of what is in it: its holdings and runs, where reports came
 * from, what was discarded, purged or told before, what DNS answered, and what waits to be sent.
 * Records only; {@code store} makes them, {@code output} shows them. Start at {@link
 * dmarcreports.stored.Holdings}.
 */
package dmarcreports.stored;
