package dmarcreports.output.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the Unicode CLDR, with its own samples of them. */
class PluralRulesTest {
  private static final String RUSSIAN =
      "one: n % 10 = 1 and n % 100 != 11; few: n % 10 = 2..4 and n % 100 != 12..14;"
          + " many: n % 10 = 0 or n % 10 = 5..9 or n % 100 = 11..14";
  private static final String ARABIC =
      "zero: n = 0; one: n = 1; two: n = 2; few: n % 100 = 3..10; many: n % 100 = 11..99";

  @Test
  void aLanguageWithoutRulesHasOneForm() {
    assertEquals("other", PluralRules.parse("").category(1));
  }

  @ParameterizedTest
  @CsvSource({
    "one, '1 21 31 41 51 61 71 81 101 1001'",
    "few, '2 3 4 22 23 24 32 33 34 42 43 44 102 1002'",
    "many, '0 5 6 7 8 9 10 11 12 13 14 15 19 100 1000 10000 100000 1000000'"
  })
  void russian(String form, String numbers) {
    assertEquals(form, of(RUSSIAN, numbers));
  }

  @ParameterizedTest
  @CsvSource({
    "zero, 0",
    "one, 1",
    "two, 2",
    "few, '3 10 103 110 1003'",
    "many, '11 26 111 1011'",
    "other, '100 102 200 202 1000 1000000'"
  })
  void arabic(String form, String numbers) {
    assertEquals(form, of(ARABIC, numbers));
  }

  private static String of(String rules, String numbers) {
    PluralRules read = PluralRules.parse(rules);
    return LongStream.of(
            java.util.Arrays.stream(numbers.split(" ")).mapToLong(Long::parseLong).toArray())
        .mapToObj(read::category)
        .distinct()
        .collect(Collectors.joining(" "));
  }

  @Test
  void severalRangesStandInOneRelation() {
    PluralRules rules = PluralRules.parse("one: n = 0,1..2");
    assertEquals("one", rules.category(2));
    assertEquals("other", rules.category(3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "n = 1",
        "one",
        "one: ",
        "one: n == 1",
        "one: i = 1",
        "several: n = 1",
        "other: n = 1",
        "one: n = 1 and"
      })
  void whatIsNoRuleIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> PluralRules.parse(text));
  }
}
