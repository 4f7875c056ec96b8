/**
 * One input opened and parsed, in its turn or ahead of it by other threads: {@code ReadAhead} gives
 * the turns, {@code Document} is a document that can be told as a report, {@code WholeInput} and
 * {@code KeptParse} hold what was done ahead. Knows no store: what is stored already it asks {@link
 * dmarcreports.reading.KnownDocuments}. Start at {@link dmarcreports.reading.ReadAhead}.
 */
package dmarcreports.reading;
