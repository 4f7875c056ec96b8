package dmarcreports.reading;

import dmarcreports.report.Origin;
import dmarcreports.report.UnreadableReport;
import java.io.IOException;

/** Is told, in their order, what an input holds. What it throws ends the telling. */
public interface InputVisitor {
  /** Something that may be a report. */
  void document(Document document) throws IOException;

  /** Something that should have held a report and cannot be opened. */
  void discarded(Origin origin, UnreadableReport why) throws IOException;
}
