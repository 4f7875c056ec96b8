/**
 * How the findings about one source came about, so that nobody has to believe them. Start at {@code
 * Explainer}; what it yields is {@code Explained}. For one mail, start at {@code ExplainedMail}:
 * {@code Belief} tells what in it counts, {@code MailEvidence} makes of that what a report would
 * say, {@code MailSigns} finds what no report shows.
 */
@NullMarked
package dmarcreports.analysis.explain;

import org.jspecify.annotations.NullMarked;
