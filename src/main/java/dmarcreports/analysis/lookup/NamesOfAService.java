package dmarcreports.analysis.lookup;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.change.Recommendation;

/** Names that a service gives its customers' records. */
final class NamesOfAService {
  private NamesOfAService() {}

  /**
   * Whether the names are those that a service usually gives: an account may have others, so that
   * nothing there tells nothing.
   */
  static boolean areGuessed(Action action) {
    return action.changes().contains(Recommendation.VENDOR_DKIM)
        || action.changes().contains(Recommendation.VENDOR_RETURN_PATH);
  }
}
