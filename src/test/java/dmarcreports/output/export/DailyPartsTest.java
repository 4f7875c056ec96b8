package dmarcreports.output.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dmarcreports.report.DateRange;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is shared out, no message is lost and none is made. */
class DailyPartsTest {
  private static final long DAY = 86_400;

  private static DateRange window(String begin, String end) {
    return new DateRange(Instant.parse(begin), Instant.parse(end));
  }

  private static String parts(DateRange window, long messages) {
    StringBuilder text = new StringBuilder();
    for (DailyParts.Part part : DailyParts.of(window, messages)) {
      text.append(part.window().begin().toString(), 8, 13)
          .append('-')
          .append(part.window().end().toString(), 8, 13)
          .append('=')
          .append(part.messages())
          .append(' ');
    }
    return text.toString().strip();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-01T00:00:00Z | 2026-11-02T00:00:00Z | 5 | 01T00-02T00=5",
        "2026-11-01T12:00:00Z | 2026-11-03T12:00:00Z | 8 | 01T12-02T00=2 02T00-03T00=4 03T00-03T12=2",
        "2026-11-01T12:00:00Z | 2026-11-03T12:00:00Z | 1 | 02T00-03T00=1",
        "2026-11-01T12:00:00Z | 2026-11-03T12:00:00Z | 2 | 01T12-02T00=1 02T00-03T00=1",
        "2026-11-01T00:00:00Z | 2026-11-08T00:00:00Z | 3 | 01T00-02T00=1 02T00-03T00=1 03T00-04T00=1",
        "2026-11-01T00:00:00Z | 2026-11-03T00:00:00Z | 0 | 01T00-03T00=0",
        "2026-11-01T00:00:00Z | 2026-12-03T00:00:00Z | 9 | 01T00-03T00=9",
        "1969-12-31T12:00:00Z | 1970-01-01T18:00:00Z | 5 | 31T12-01T00=2 01T00-01T18=3",
      })
  void messagesGoWhereTheSecondsAre(String begin, String end, long messages, String expected) {
    assertEquals(expected, parts(window(begin, end), messages));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 17, 1_000_003, 9_007_199_254_740_993L, Long.MAX_VALUE})
  void theSumIsWhatWasThere(long messages) {
    Instant begin = Instant.parse("2026-11-01T03:07:11Z");
    for (long seconds = DAY + 1; seconds < 32 * DAY; seconds += 77_777) {
      DateRange window = new DateRange(begin, begin.plusSeconds(seconds));
      List<DailyParts.Part> parts = DailyParts.of(window, messages);
      assertEquals(messages, parts.stream().mapToLong(DailyParts.Part::messages).sum());
    }
  }

  @Test
  void aCenturyStaysOneLine() {
    DateRange window = window("1970-01-01T00:00:00Z", "2070-01-01T00:00:00Z");
    assertEquals(List.of(new DailyParts.Part(window, 1)), DailyParts.of(window, 1));
  }
}
