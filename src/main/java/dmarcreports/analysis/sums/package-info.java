/**
 * Messages counted: a {@link dmarcreports.analysis.sums.Cell} is what one source sent of one kind,
 * a {@link dmarcreports.analysis.sums.Tally} how much of something passes, and {@code DomainSums}
 * what is added up while reports are read. Counts are exact and stop at the largest long. Start at
 * {@code Cells}.
 */
@NullMarked
package dmarcreports.analysis.sums;

import org.jspecify.annotations.NullMarked;
