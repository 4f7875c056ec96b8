package dmarcreports.output.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
  private static String filled(String template, Map<String, Object> values) {
    StringBuilder text = new StringBuilder();
    Template.parse(template).fill(values::get, POLISH, text);
    return text.toString();
  }

  private static final Template.Manner POLISH =
      new Template.Manner() {
        private final PluralRules rules =
            PluralRules.parse("one: n = 1; few: n % 10 = 2..4 and n % 100 != 12..14; many: n != 1");

        @Override
        public String word(Object value) {
          return value.toString();
        }

        @Override
        public String grouped(long number) {
          return String.format(Locale.ROOT, "%,d", number);
        }

        @Override
        public String category(long number) {
          return rules.category(number);
        }
      };

  @Test
  void placesAreFilledByName() {
    assertEquals(
        "b before a, and b's",
        filled("{second} before {first}, and {second}'s", Map.of("first", "a", "second", "b")));
  }

  @Test
  void whatStandsInAPlaceIsNotReadAgain() {
    assertEquals("{first} # }", filled("{name}", Map.of("name", "{first} # }")));
  }

  @Test
  void oneIsTheSingularAndEveryOtherNumberThePlural() {
    String template = "{n, plural, =1 {# message of {who}} other {# messages}} fail #";
    assertEquals("1 message of a fail #", filled(template, Map.of("n", 1L, "who", "a")));
    assertEquals("0 messages fail #", filled(template, Map.of("n", 0L, "who", "a")));
    assertEquals("21 messages fail #", filled(template, Map.of("n", 21, "who", "a")));
  }

  @Test
  void formsGoByTheRulesOfTheLanguage() {
    String template = "{n, plural, =0 {nic} one {# plik} few {# pliki} many {# plików} other {?}}";
    assertEquals("nic", filled(template, Map.of("n", 0)));
    assertEquals("1 plik", filled(template, Map.of("n", 1)));
    assertEquals("22 pliki", filled(template, Map.of("n", 22)));
    assertEquals("12 plików", filled(template, Map.of("n", 12L)));
    assertEquals("5 x", filled("{n, plural, other {# x}}", Map.of("n", 5)));
    assertEquals(
        Set.of("one", "few", "many", "other"), Template.parse("a " + template).categories());
  }

  @Test
  void numbersAreGroupedWhereTheWordsSaySo() {
    String template = "{n, plural, =1 {{n, number} message} other {{n, number} messages}}, {n}";
    assertEquals("1 message, 1", filled(template, Map.of("n", 1)));
    assertEquals("1,204,511 messages, 1204511", filled(template, Map.of("n", 1_204_511L)));
    assertEquals(Set.of("n"), Template.parse(template).places());
  }

  @Test
  void noBlankStandsBetweenWideCharactersWhereAPlaceIsFilled() {
    assertEquals("ほか 3 件の署名", filled("{a} の署名", Map.of("a", "ほか 3 件")));
    assertEquals("この SES の署名", filled("この {a} の署名", Map.of("a", "SES")));
    assertEquals("この例 社の署名", filled("この {a} の署名", Map.of("a", "例 社")));
    assertEquals("in 例 at 例", filled("in {a} at {a}", Map.of("a", "例")));
  }

  @Test
  void thePlacesOfAllNumbersAreKnown() {
    assertEquals(
        Set.of("n", "who", "what"),
        Template.parse("{n, plural, =1 {{who}} other {{what}}}").places());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "}",
        "{name",
        "a } b",
        "{n, plural, one {x}}",
        "{n, plural, several {x} other {y}}",
        "{n, plural, =x {x} other {y}}",
        "{n, plural, =1 {x} =1 {z} other {y}}",
        "{n, plural, =1 {x}}",
        "{n, plural, =1 {x} other {y}",
        "{n, number",
        "{n, select, =1 {x} other {y}}"
      })
  void whatIsNoTemplateIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> Template.parse(text));
  }
}
