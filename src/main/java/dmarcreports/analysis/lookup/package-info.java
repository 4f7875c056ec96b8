/**
 * What DNS shows of a domain, and what it means beside what the reports show: for each record that
 * mail authentication looks at, what was asked, what came, what it means and what to publish.
 * Whoever asks name servers is given as a {@code Lookup}; of an answer that failed nothing is
 * concluded. What can be said of one kind of record stands in one enum of remarks, with its weight.
 * Start at {@code DomainLookups}; for one mail at {@code MailLookups}.
 */
@NullMarked
package dmarcreports.analysis.lookup;

import org.jspecify.annotations.NullMarked;
