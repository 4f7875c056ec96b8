package dmarcreports.output.wording;

import static dmarcreports.output.language.Language.english;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.analysis.action.ActionState;
import dmarcreports.analysis.alignment.Cause;
import dmarcreports.analysis.change.Confidence;
import dmarcreports.analysis.change.Recommendation;
import dmarcreports.analysis.stream.Failure;
import dmarcreports.analysis.stream.StreamClass;
import dmarcreports.analysis.sums.ReporterFindings.Fault;
import dmarcreports.output.plain.Glue;
import dmarcreports.output.plain.Style;
import dmarcreports.report.DomainName;
import dmarcreports.report.Policy;
import dmarcreports.report.Reports;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How single codes, numbers and names read. */
class WordsTest {
  static Stream<String> everyCodeInWords() {
    return Stream.of(
            words(StreamClass.values(), c -> Words.of(c, english())),
            words(StreamClass.values(), c -> english().say(Words.believed(c))),
            words(Cause.values(), c -> english().say(Legs.spf(c))),
            words(Cause.values(), c -> english().say(Legs.dkim(c))),
            words(Confidence.values(), c -> Words.of(c, english())),
            words(Failure.values(), c -> Words.of(c, english())),
            words(ActionState.values(), c -> Words.of(c, english())),
            words(Fault.values(), c -> Words.of(c, english())),
            words(Policy.values(), c -> Words.of(c, english())),
            words(
                Recommendation.values(),
                c -> Headlines.phrase(c, "example.com", "example.org", english())))
        .flatMap(all -> all);
  }

  private static <T> Stream<String> words(T[] codes, Function<T, String> words) {
    return Arrays.stream(codes).map(words);
  }

  @ParameterizedTest
  @MethodSource
  void everyCodeInWords(String words) {
    assertFalse(words.isBlank());
    assertFalse(words.contains("_"), words);
    assertTrue(words.length() <= 80, words);
  }

  @ParameterizedTest
  @CsvSource({
    "1.0, 100.0",
    "0.99999, 99.9",
    "0.00001, 0.1",
    "0.0, 0.0",
    "0.33998, 34.0",
    "0.8127, 81.3"
  })
  void onlyAllAreAHundredPerCentAndOnlyNoneAreNone(double rate, String shown) {
    assertEquals(shown + Glue.CHARACTER + "%", Numbers.percent(OptionalDouble.of(rate), english()));
  }

  @Test
  void anInternationalNameIsShownInBothSpellings() {
    assertEquals("xn--mnchen-3ya.example (münchen.example)", name("xn--mnchen-3ya.example"));
    assertEquals("example.com", name("example.com"));
  }

  private static String name(String text) {
    return Words.name(new DomainName(text));
  }

  @Test
  void aPolicyIsToldWithWhatSoftensIt() {
    String plain = published("p=quarantine");
    assertTrue(plain.startsWith("Policy published: p=quarantine (receivers are asked to"), plain);
    assertFalse(plain.contains("sp="), plain);
    assertEquals(plain, published("p=quarantine sp=quarantine pct=100 t=n"));
    String soft = published("p=reject sp=none np=reject pct=25 t=y");
    assertTrue(soft.contains("sp=none for names below it"), soft);
    assertTrue(soft.contains("np=reject for names that do not exist"), soft);
    assertTrue(soft.contains("pct=25"), soft);
    assertTrue(soft.contains("t=y (testing)"), soft);
  }

  private static String published(String record) {
    return Published.of(Reports.policy("example.com " + record), english());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "true, xterm-256color, -, COLOURED",
        "true, xterm, '', COLOURED",
        "true, xterm, 1, PLAIN",
        "true, dumb, -, PLAIN",
        "true, -, -, PLAIN",
        "false, xterm, -, PLAIN"
      })
  void colourIsForTerminalsOfThoseWhoDoNotRefuseIt(
      boolean terminal, String term, String noColor, Style expected) {
    Map<String, String> environment =
        Stream.of(new String[] {"TERM", term}, new String[] {"NO_COLOR", noColor})
            .filter(pair -> pair[1] != null)
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    assertEquals(expected, Style.of(terminal, environment));
  }
}
