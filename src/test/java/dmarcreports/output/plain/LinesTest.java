package dmarcreports.output.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    assertEquals(List.of("メール", "メール"), Lines.broken("", "", "メール メール", 10));
    assertEquals(List.of("メール メー", "ル"), Lines.broken("", "", "メール メール", 12));
    assertEquals(List.of("メール メール"), Lines.broken("", "", "メール メール", 13));
  }

  @Test
  void aWordThatIsWiderStandsAlone() {
    assertEquals(List.of("a", "bbbbbbbb", "c"), Lines.broken("", "", "a bbbbbbbb c", 4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "、", "。", "，", "．", "・", "：", "；", "？", "！", "ー", "々", "」", "』", "）", "】", "ぁ", "っ", "ゃ",
        "ッ", "ュ", "～", "〜", "…"
      })
  void whatMayNotBeginALineDoesNot(String sign) {
    assertEquals(List.of("漢", "字" + sign, "漢"), Lines.broken("", "", "漢字" + sign + "漢", 4));
    assertEquals(List.of("漢-" + sign, "漢"), Lines.broken("", "", "漢-" + sign + "漢", 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"「", "『", "（", "【"})
  void whatMayNotEndALineDoesNot(String sign) {
    assertEquals(List.of("漢", sign + "字"), Lines.broken("", "", "漢" + sign + "字", 5));
  }

  @Test
  void namesNumbersAndCodesStayWholeBesideWideCharacters() {
    assertEquals(
        List.of("名前は", "_dmarc.example.com", "で、", "p=none"),
        Lines.broken("", "", "名前は_dmarc.example.comで、p=none", 7));
    assertEquals(List.of("合計", "15\u00a0通", "です。"), Lines.broken("", "", "合計 15\u00a0通です。", 6));
    assertEquals(List.of("a-b/c.d-e", "f"), Lines.broken("", "", "a-b/c.d-e f", 3));
  }

  @Test
  void textIsCutAndFilledUpByItsColumns() {
    assertEquals("送信元", Lines.cut("送信元", 6));
    assertEquals("送信…", Lines.cut("送信元 IP", 6));
    assertEquals("送…", Lines.cut("送信元", 4));
    assertEquals("送信 |", Lines.left("送信", 5) + "|");
    assertEquals(" 送信", Lines.right("送信", 5));
    assertEquals("送信", Lines.right("送信", 3));
  }

  @Test
  void blanksInALineStay() {
    assertEquals(List.of("BACK      x", "y"), Lines.broken("", "  ", "BACK      x y", 11));
  }
}
