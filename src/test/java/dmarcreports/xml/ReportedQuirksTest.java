package dmarcreports.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dmarcreports.report.UnreadableReport;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What real reporters write, and what is read from it: the tables beside this class. */
class ReportedQuirksTest {
  @Test
  void theBaseReportHasNoDeviations() throws Exception {
    assertEquals("", CollectedReport.of(BaseReport.XML).deviations());
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      files = {
        "src/test/resources/xml/metadata.csv",
        "src/test/resources/xml/policy.csv",
        "src/test/resources/xml/row.csv",
        "src/test/resources/xml/identifiers.csv",
        "src/test/resources/xml/auth-results.csv",
        "src/test/resources/xml/structure.csv"
      },
      delimiter = '|',
      quoteCharacter = '~',
      numLinesToSkip = 1)
  void oneFragmentIsRead(
      String what, String element, String xml, String expected, String deviations)
      throws IOException {
    check(BaseReport.with(element, xml == null ? "" : xml), expected, deviations);
  }

  /**
   * @param expected names and values, or the word of a discard after an exclamation mark
   */
  static void check(String document, String expected, String deviations) throws IOException {
    Map<String, String> wanted = new LinkedHashMap<>();
    try {
      CollectedReport read = CollectedReport.of(document);
      Map<String, String> values = read.values();
      Map<String, String> got = new LinkedHashMap<>();
      for (String pair : expected.split(" *; *")) {
        String name = pair.substring(0, Math.max(0, pair.indexOf('=')));
        wanted.put(name, pair.substring(pair.indexOf('=') + 1));
        got.put(name, values.get(name));
      }
      wanted.put("deviations", deviations == null ? "" : deviations);
      got.put("deviations", read.deviations());
      assertEquals(wanted, got);
    } catch (UnreadableReport discarded) {
      assertEquals(expected, "!" + discarded.reason().word(), discarded.getMessage());
    }
  }
}
