package dmarcreports.spark.seam;

import java.io.IOException;

/** A new database on its way: what is closed before it is finished leaves nothing. */
public interface Filling extends Kept, AutoCloseable {
  /**
   * What comes from now on was read in one night.
   *
   * @param moment in milliseconds since 1970
   */
  void night(long moment) throws IOException;

  /**
   * That was all, and it is read back.
   *
   * @return what was copied, in words
   */
  String finish() throws IOException;

  @Override
  void close() throws IOException;
}
