package dmarcreports.mail;

import dmarcreports.report.UnreadableReport;
import java.io.IOException;

/** Carries an {@link UnreadableReport} through streams that may only throw an IOException. */
final class BrokenContent extends IOException {
  private static final long serialVersionUID = 1L;

  BrokenContent(UnreadableReport why) {
    super(why.getMessage(), why);
  }

  BrokenContent(UnreadableReport.Reason reason, String detail) {
    this(new UnreadableReport(reason, detail));
  }

  UnreadableReport why() {
    return (UnreadableReport) getCause();
  }
}
