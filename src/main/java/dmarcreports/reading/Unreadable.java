package dmarcreports.reading;

import dmarcreports.mail.Silence;
import dmarcreports.mailbox.Changed;
import dmarcreports.report.UnreadableReport;
import dmarcreports.report.UnreadableReport.Reason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Why the bytes of an input cannot be had. */
public final class Unreadable {
  private Unreadable() {}

  /** The reason that stands in the ledger. */
  public static UnreadableReport reason(IOException e) {
    if (e instanceof Silence) {
      return new UnreadableReport(Reason.TIMEOUT, e.getMessage());
    }
    if (e instanceof Changed) {
      return new UnreadableReport(Reason.VANISHED, "was changed while it was read; run again");
    }
    if (e instanceof NoSuchFileException) {
      return new UnreadableReport(Reason.VANISHED, "is gone since it was listed");
    }
    String what =
        e instanceof AccessDeniedException
            ? "may not be read; grant permission and run again"
            : "cannot be read" + (e.getMessage() == null ? "" : ": " + e.getMessage());
    return new UnreadableReport(Reason.UNREADABLE, what);
  }
}
