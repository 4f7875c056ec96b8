package dmarcreports.analysis.action;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dmarcreports.analysis.sums.SortedInts;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What became of an action, by the days on which its mail failed and its source group sent. */
class ActionHistoryTest {
  private static final LocalDate START = LocalDate.of(2026, 1, 1);

  // One sign a stored day: F the failure in question, s the group sends otherwise, . others send,
  // blank nothing is stored.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "F|open|0",
        "FFFFFFFFFFFFFFFFFFFF|open|0",
        "..F..s|open|2",
        "Fssssss|open|0",
        "Fsssssss|repaired|1",
        "FFFF..ss...ss|repaired|6",
        "F.......|open|0",
        "F            s|repaired|13",
        "F.............|open|0",
        "F..............|silent|1",
        "FFs..............|silent|3",
        "FsssssssF|back|8",
        "FssssssF|open|0",
        "FsssssssFF|back|8",
        "FsssssssFssssssss|repaired|9",
        "FsssssssF.................|silent|9",
        "F...............F|open|16",
        "Fsssssss................F|back|24",
        // nobody saw it: on no stored day had seven passed without the failure
        "F s       F|open|0",
        "F s      .F|back|10",
      })
  void isToldByTheDays(String days, String state, int since) {
    SortedInts failing = new SortedInts();
    SortedInts sending = new SortedInts();
    SortedInts stored = new SortedInts();
    for (int i = 0; i < days.length(); i++) {
      SortedInts day = new SortedInts((int) START.toEpochDay() + i);
      char sign = days.charAt(i);
      if (sign != ' ') {
        stored.addAll(day);
      }
      if (sign == 'F' || sign == 's') {
        sending.addAll(day);
      }
      if (sign == 'F') {
        failing.addAll(day);
      }
    }
    ActionHistory history = ActionHistory.of(failing, sending, stored, stored.last());
    assertEquals(state, history.state().word());
    assertEquals(START.plusDays(since), history.since());
  }
}
