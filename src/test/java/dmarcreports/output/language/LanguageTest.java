package dmarcreports.output.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dmarcreports.analysis.saying.Names;
import dmarcreports.analysis.saying.Names.Joint;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
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

  @ParameterizedTest
  @CsvSource({"2, 3, '2、または 3'", "鍵, 署名, '鍵、または署名'", "鍵, a, '鍵、または a'"})
  void noBlankIsLeftBetweenWideCharacters(String first, String other, String said) {
    Names names = Names.of(Joint.OR, List.of(first, other));
    assertEquals(said, Language.of("ja").orElseThrow().say(names));
  }

  @ParameterizedTest
  @CsvSource({
    "ja_JP.UTF-8, , , ja",
    "ja, , , ja",
    ", ja_JP, , ja",
    ", , ja_JP.eucJP, ja",
    "en_GB.UTF-8, , ja_JP.UTF-8, en",
    "C, , ja_JP.UTF-8, en",
    "C.UTF-8, , , en",
    "POSIX, , , en",
    ", , , en",
    "tlh, , , en",
    "../en, , , en",
    "de@euro, , , en"
  })
  void theEnvironmentNamesTheLanguage(String all, String messages, String lang, String code) {
    Map<String, String> environment = new HashMap<>();
    environment.put("LC_ALL", all);
    environment.put("LC_MESSAGES", messages);
    environment.put("LANG", lang);
    environment.values().removeIf(value -> value == null);
    assertEquals(code, Language.of(environment).code());
  }

  @Test
  void everyCatalogueIsALanguage() {
    assertEquals(List.of("en", "ja"), Language.codes());
    assertEquals("ja", Language.of("ja").orElseThrow().code());
    assertEquals(Optional.empty(), Language.of("de"));
    assertEquals(Optional.empty(), Language.of("../language/en"));
  }

  @Test
  void numbersAreWrittenAsTheLanguageDoes() throws IOException {
    Properties lines = new Properties();
    lines.load(
        new StringReader(
            "language.plurals=\nlanguage.groups=.\nlanguage.decimals=,\nnames.comma=x"));
    Language other = Language.of("xx", lines);
    assertEquals("1.204.511", other.grouped(1_204_511));
    assertEquals("99,9", other.decimal("99.9"));
    assertEquals("1,204,511", Language.english().grouped(1_204_511));
  }
}
