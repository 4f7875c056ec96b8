package dmarcreports.mail;

import dmarcreports.report.Origin;
import dmarcreports.report.UnreadableReport;
import java.io.IOException;
import java.io.InputStream;

/** Is told, in their order, what an input holds. What it throws ends the walk and is left as is. */
public interface DocumentVisitor {
  /**
   * Content that begins like XML: after a byte order mark, as UTF-16, after blanks or up to 1 KiB
   * of stray text.
   *
   * @param content to be read as far as wanted; need not be closed. Where it breaks or exceeds a
   *     limit it throws an IOException whose cause is an {@link UnreadableReport}, which is then
   *     not told to {@link #discarded} as well. Check sums are verified once the end is reached.
   *     Any other IOException of it means that the bytes of the input cannot be had: pass it on.
   */
  void document(Origin origin, InputStream content) throws IOException;

  /** Something that should have held a report and cannot be opened. */
  void discarded(Origin origin, UnreadableReport why) throws IOException;
}
