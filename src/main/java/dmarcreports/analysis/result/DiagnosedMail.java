package dmarcreports.analysis.result;

import dmarcreports.analysis.stream.Diagnosis;
import dmarcreports.analysis.sums.Tally;
import java.time.LocalDate;

/** Messages that have one diagnosis. */
public interface DiagnosedMail {
  Tally tally();

  /** The first UTC day of their reports. */
  LocalDate firstSeen();

  /** The last one. */
  LocalDate lastSeen();

  Diagnosis diagnosis();
}
