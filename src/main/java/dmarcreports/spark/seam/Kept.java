package dmarcreports.spark.seam;

import java.io.IOException;

/** Takes all that is kept of reports: of a state for a database, or of a database for a state. */
public interface Kept {
  /**
   * The next report; what records come then are its own.
   *
   * @param conflict whether it has the key of one before it, and other content
   */
  void report(boolean conflict, Object[] report, Object[] policy) throws IOException;

  /** The next record of the report. */
  void record(byte[] source, long messages, Object[] evidence) throws IOException;

  /**
   * Something that was discarded.
   *
   * @param place where the input lies: a path of this machine, or a URL
   * @param discard its input, member, reason and detail
   */
  void discard(String place, Object[] discard) throws IOException;
}
