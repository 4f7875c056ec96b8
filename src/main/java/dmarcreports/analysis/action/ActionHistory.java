package dmarcreports.analysis.action;

import dmarcreports.analysis.sums.SortedInts;
import java.time.LocalDate;

/**
 * What became of an action, seen from each stored day of its domain in turn.
 *
 * @param since the day from which on it is so
 */
record ActionHistory(ActionState state, LocalDate since) {
  private static final int DAYS_TO_REPAIRED = 7;
  private static final int DAYS_TO_SILENT = 14;

  /**
   * @param failing the days of such failures; at least one
   * @param sending the days on which the source group sent anything
   * @param stored the days of the domain
   * @param today the last day that counts
   */
  static ActionHistory of(SortedInts failing, SortedInts sending, SortedInts stored, int today) {
    Replay replay = new Replay(failing.stream().toArray(), sending.stream().toArray());
    stored.stream().filter(day -> day <= today).forEach(replay::upTo);
    return new ActionHistory(replay.state, LocalDate.ofEpochDay(replay.since));
  }

  /** The state as of each day. */
  private static final class Replay {
    private final int[] failing;
    private final int[] sending;
    private int failed;
    private int sent;
    private boolean onceRepaired;
    private ActionState state = ActionState.OPEN;
    private int since;

    private Replay(int[] failing, int[] sending) {
      this.failing = failing;
      this.sending = sending;
      this.since = failing[0];
    }

    private void upTo(int today) {
      int before = failed;
      while (failed < failing.length && failing[failed] <= today) {
        failed++;
      }
      while (sent < sending.length && sending[sent] <= today) {
        sent++;
      }
      if (failed == 0) {
        return;
      }
      int lastFailure = failing[failed - 1];
      int lastSent = sending[sent - 1];
      if (lastSent <= today - DAYS_TO_SILENT) {
        change(ActionState.SILENT, lastSent + 1);
      } else if (lastFailure > today - DAYS_TO_REPAIRED) {
        change(
            onceRepaired ? ActionState.BACK : ActionState.OPEN,
            failing[Math.min(before, failed - 1)]);
      } else if (lastSent > lastFailure) {
        onceRepaired = true;
        change(ActionState.REPAIRED, firstSentAfter(lastFailure));
      }
    }

    private int firstSentAfter(int day) {
      int first = sent - 1;
      while (first > 0 && sending[first - 1] > day) {
        first--;
      }
      return sending[first];
    }

    private void change(ActionState now, int day) {
      if (now != state) {
        state = now;
        since = day;
      }
    }
  }
}
