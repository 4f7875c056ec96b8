/**
 * How each change is carried out: steps, records to publish, code to paste, from what the reports
 * tell about the messages ({@link dmarcreports.analysis.remedy.Situation}). Which steps there are
 * is decided here, what they say stands in the enum of phrases beside each remedy, and code to
 * paste in files of the resources. Knows no streams. Start at {@code Remedies}, which has a line
 * for each change.
 */
@NullMarked
package dmarcreports.analysis.remedy;

import org.jspecify.annotations.NullMarked;
