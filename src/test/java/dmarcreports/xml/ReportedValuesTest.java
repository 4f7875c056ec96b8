package dmarcreports.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dmarcreports.xml.ReportedValues.Words;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ReportedValuesTest {
  private static final Map<String, Words<?>> SETS =
      Map.of(
          "policy", ReportedValues.POLICY,
          "disposition", ReportedValues.DISPOSITION,
          "mode", ReportedValues.ALIGNMENT_MODE,
          "verdict", ReportedValues.VERDICT,
          "override", ReportedValues.OVERRIDE,
          "dkim", ReportedValues.DKIM_RESULT,
          "spf", ReportedValues.SPF_RESULT,
          "scope", ReportedValues.SCOPE,
          "testing", ReportedValues.TESTING,
          "discovery", ReportedValues.DISCOVERY_METHOD);

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(files = "src/test/resources/xml/reported-values.csv", numLinesToSkip = 1)
  void aWordIsReadOrIsNone(String set, String word, String meaning, boolean own) {
    Words<?> words = SETS.get(set);
    assertEquals(
        meaning,
        words.read(word).map(read -> read.toString().toLowerCase(Locale.ROOT)).orElse(null));
    assertEquals(own, words.isOwn(word));
  }
}
