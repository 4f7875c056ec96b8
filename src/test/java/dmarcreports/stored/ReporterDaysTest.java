package dmarcreports.stored;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a reporter counts as gone quiet. */
class ReporterDaysTest {
  private static final LocalDate FIRST = LocalDate.parse("2026-11-01");

  @ParameterizedTest(name = "{0} days, every {1} days, silent for {2}: {3}")
  @CsvSource({
    "7, 1, 3, false",
    "7, 1, 4, true",
    "6, 1, 40, false",
    "7, 2, 6, false",
    "7, 2, 7, true",
    "7, 7, 21, false",
    "7, 7, 22, true",
    "1, 1, 40, false",
    "7, 1, 0, false",
    "7, 1, -9, false",
  })
  void itsUsualGapDecides(int days, int every, int silent, boolean quiet) {
    List<LocalDate> reported = new ArrayList<>();
    for (int i = 0; i < days; i++) {
      reported.add(FIRST.plusDays((long) i * every));
    }
    ReporterDays reporter = new ReporterDays("mx.example.net", reported);
    assertEquals(quiet, reporter.isQuietOn(reporter.lastSeen().plusDays(silent)));
  }

  @ParameterizedTest
  @CsvSource({"'1 2 3 4 5 6 7 8 40 41', 1", "'1 8 15', 7", "'1 2 9', 7", "5, 0"})
  void theUsualGapIsTheMedian(String days, long gap) {
    List<LocalDate> reported =
        List.of(days.split(" ")).stream().map(day -> FIRST.plusDays(Long.parseLong(day))).toList();
    assertEquals(gap, new ReporterDays("mx.example.net", reported).usualGap());
  }
}
