/**
 * Findings to bytes. The doors are {@link dmarcreports.output.Format} and its neighbours, one for
 * each thing that is written; the rooms: {@code plain language < page < wording < text}, {@code
 * html}, {@code table}, {@code json}, {@code metrics}, and {@code export}, which writes records as
 * they come and knows no findings. Knows analysis; nobody but the flows and commands knows it.
 */
package dmarcreports.output;
