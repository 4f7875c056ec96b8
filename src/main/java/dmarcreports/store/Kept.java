package dmarcreports.store;

/** Takes all that is kept of reports, as {@link LooseReports} has it. */
public interface Kept {
  /**
   * The next report; what records come then are its own.
   *
   * @param conflict whether it has the key of one before it, and other content
   */
  void report(boolean conflict, Object[] report, Object[] policy);

  /** The next record of the report. */
  void record(byte[] source, long messages, Object[] evidence);

  /**
   * Something that was discarded.
   *
   * @param place where the input lies
   * @param discard its input, member, reason and detail
   */
  void discard(String place, Object[] discard);
}
