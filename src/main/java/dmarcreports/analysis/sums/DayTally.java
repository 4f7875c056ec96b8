package dmarcreports.analysis.sums;

import java.time.LocalDate;

/**
 * How the messages of one UTC day fared.
 *
 * @param day the day
 * @param tally its messages
 */
public record DayTally(LocalDate day, Tally tally) {}
