package dmarcreports.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dmarcreports.report.UnreadableReport;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a parser has read before leaves no trace in what it reads next. */
class OneAfterAnotherTest {
  private static final long SEED = 20261124;

  @ParameterizedTest
  @ValueSource(
      strings = {"<source_ip>", "<count>", "<dkim>pass", "<selector>", "</record>", "<scope>"})
  void aReportReadsTheSameAfterOneThatWasCut(String cutBehind) throws Exception {
    String expected = read();
    int end = BaseReport.XML.indexOf(cutBehind) + cutBehind.length();
    String cut = BaseReport.XML.substring(0, end);
    for (int i = 0; i < 3; i++) {
      assertThrows(UnreadableReport.class, () -> CollectedReport.of(cut));
    }
    assertEquals(expected, read());
  }

  @ParameterizedTest
  @ValueSource(strings = {"</row></record>", "&unknown;", "<count a='' a=''>", "<x:y>"})
  void aReportReadsTheSameAfterOneThatWasBroken(String fault) throws Exception {
    String expected = read();
    String broken = BaseReport.XML.replace("<count>3", fault);
    for (int i = 0; i < 3; i++) {
      assertThrows(UnreadableReport.class, () -> CollectedReport.of(broken));
    }
    assertEquals(expected, read());
  }

  @Test
  void aReportReadsTheSameAfterAnyMutant() throws Exception {
    String two = BaseReport.XML.replace(BaseReport.RECORD, BaseReport.RECORD.repeat(2));
    String expected = read();
    Random random = new Random(SEED);
    for (int i = 0; i < 3_000; i++) {
      int at = random.nextInt(two.length());
      int behind = Math.min(two.length(), at + random.nextInt(60));
      String mutant =
          switch (random.nextInt(4)) {
            case 0 -> two.substring(0, at);
            case 1 -> two.substring(0, at) + two.substring(behind);
            case 2 -> two.substring(0, behind) + two.substring(at);
            default -> two.substring(0, at) + (char) random.nextInt(128) + two.substring(at + 1);
          };
      CollectedReport.verdict(mutant.getBytes(UTF_8));
      assertEquals(expected, read(), () -> "seed " + SEED + ": " + mutant);
    }
  }

  private static String read() throws UnreadableReport, IOException {
    CollectedReport report = CollectedReport.of(BaseReport.XML);
    return report.values() + " " + report.deviations();
  }
}
