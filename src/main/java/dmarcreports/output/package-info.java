/**
 * Findings to bytes. The doors are {@link dmarcreports.output.Format} and its neighbours, one for
 * each thing that is written; the rooms: {@code plain language < page < wording < text}, {@code
 * table}, {@code json}. Knows analysis; nobody but the flows and commands knows it.
 */
package dmarcreports.output;
