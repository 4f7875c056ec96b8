/**
 * What the analysis has to say, without a language: a {@link dmarcreports.analysis.saying.Phrase}
 * is one sentence or clause that there is, a {@link dmarcreports.analysis.saying.Saying} that
 * sentence about something. The words are in the catalogues of {@code output.wording}. Knows
 * nothing of the project but {@code report}. Start at {@code Phrase}.
 */
@NullMarked
package dmarcreports.analysis.saying;

import org.jspecify.annotations.NullMarked;
