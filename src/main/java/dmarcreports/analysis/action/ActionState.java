package dmarcreports.analysis.action;

import java.util.Locale;

/** What became of an action, told from the stored days alone. */
public enum ActionState {
  /** To be done. */
  OPEN,
  /** No such failure for seven days, while the same source group went on sending. */
  REPAIRED,
  /** Failing again after it was repaired. */
  BACK,
  /** Nothing came from that source group for fourteen days. */
  SILENT;

  /** The word for it in CSV and JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
