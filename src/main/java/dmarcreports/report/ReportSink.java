package dmarcreports.report;

import java.util.List;

/**
 * Where a report goes while it is read: once begun, then each record, then ended. It says whether
 * the reading goes on.
 */
public interface ReportSink {
  /** A report begins. When one was begun and not ended, that one is forgotten. */
  void begin(AggregateReport report);

  /** The next record of the report begun. */
  void record(AggregateRecord record);

  /**
   * The report is read to its end.
   *
   * @param format the shape it was written in
   * @param deviations how the report departs from the format, apart from its records
   */
  void end(ReportFormat format, List<Deviation> deviations);

  /** Whether more is wanted. Where not, the reading stops there and the report is not ended. */
  default boolean goesOn() {
    return true;
  }
}
