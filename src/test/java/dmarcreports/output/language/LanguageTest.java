package dmarcreports.output.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dmarcreports.analysis.saying.Names;
import dmarcreports.analysis.saying.Names.Joint;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How several names stand in a sentence. */
class LanguageTest {
  @ParameterizedTest
  @CsvSource({
    "COMMA, 3, 'a, b, c'",
    "AND, 3, a and b and c",
    "OR, 3, a or b or c",
    "SERIES, 1, a",
    "SERIES, 2, a and b",
    "SERIES, 3, 'a, b and c'",
    "COMMA, 5, 'a, b, c and 2 more'",
    "OR, 5, 'a, b, c and 2 more'",
    "SERIES, 5, 'a, b, c and 2 more'"
  })
  void namesAreJoined(Joint joint, int all, String said) {
    Names names = Names.of(joint, List.of("a", "b", "c", "d", "e").subList(0, all), 3);
    assertEquals(said, Language.english().say(names));
  }
}
