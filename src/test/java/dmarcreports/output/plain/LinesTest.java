package dmarcreports.output.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinesTest {
  @ParameterizedTest
  @CsvSource({
    "mail, 4",
    "メール, 6",
    "ﾒｰﾙ, 3",
    "ＳＰＦ, 6",
    "送信元 IP, 9",
    "「。」, 6",
    "한국, 4",
    "münchen, 7",
    "mu\u0308nchen, 7",
    "😀, 2"
  })
  void aTextTakesTheColumnsOfItsCharacters(String text, int columns) {
    assertEquals(columns, Lines.width(text));
  }

  @Test
  void aCharacterOfNoBlockTakesOne() {
    assertEquals(1, Lines.width("\u2fe0"));
  }

  @Test
  void noLineIsWiderThanItMayBe() {
    assertEquals(List.of("aa bb", "cc", "dd"), Lines.broken("> ", "    ", "aa bb cc dd", 7));
    assertEquals(List.of("メール", "メール"), Lines.broken("", "", "メール メール", 12));
    assertEquals(List.of("メール メール"), Lines.broken("", "", "メール メール", 13));
  }

  @Test
  void aWordThatIsWiderStandsAlone() {
    assertEquals(List.of("a", "bbbbbbbb", "c"), Lines.broken("", "", "a bbbbbbbb c", 4));
  }

  @Test
  void blanksInALineStay() {
    assertEquals(List.of("BACK      x", "y"), Lines.broken("", "  ", "BACK      x y", 11));
  }
}
