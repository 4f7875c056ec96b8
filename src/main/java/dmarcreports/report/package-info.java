/**
 * What reporters say, as records in the words of RFC 9990 and RFC 9989. Imports nothing of ours;
 * everybody else speaks it. Start at {@link dmarcreports.report.AggregateRecord}; what stands in
 * the header of one mail is in the room {@code header}.
 */
@NullMarked
package dmarcreports.report;

import org.jspecify.annotations.NullMarked;
