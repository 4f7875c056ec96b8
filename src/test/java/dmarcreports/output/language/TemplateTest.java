package dmarcreports.output.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
  private static String filled(String template, Map<String, Object> values) {
    StringBuilder text = new StringBuilder();
    Template.parse(template).fill(values::get, Object::toString, text);
    return text.toString();
  }

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
  void numbersAreGroupedWhereTheWordsSaySo() {
    String template = "{n, plural, =1 {{n, number} message} other {{n, number} messages}}, {n}";
    assertEquals("1 message, 1", filled(template, Map.of("n", 1)));
    assertEquals("1,204,511 messages, 1204511", filled(template, Map.of("n", 1_204_511L)));
    assertEquals(Set.of("n"), Template.parse(template).places());
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
        "{n, plural, other {x}}",
        "{n, plural, =1 {x}}",
        "{n, plural, =1 {x} other {y}",
        "{n, number",
        "{n, select, =1 {x} other {y}}"
      })
  void whatIsNoTemplateIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> Template.parse(text));
  }
}
