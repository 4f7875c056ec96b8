/**
 * What reporters say, as records in the words of RFC 9990 and RFC 9989. Imports nothing of ours;
 * everybody else speaks it. Start at {@link dmarcreports.report.AggregateRecord}.
 */
@NullMarked
package dmarcreports.report;

import org.jspecify.annotations.NullMarked;
