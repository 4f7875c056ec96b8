package dmarcreports.analysis.remedy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormTest {
  @Test
  void aPlaceIsFilledWhereverItStands() {
    assertEquals(
        List.of("TOKEN1", "domain"), new Form("{TOKEN1}._domainkey.{domain}. {TOKEN1}").places());
    assertEquals("a b a", new Form("{x} {y-z} {x}").fill(Map.of("x", "a", "y-z", "b")));
  }

  @Test
  void whatStandsInAPlaceIsNotReadAgain() {
    assertEquals("{y} $1 \\", new Form("{x} {y}").fill(Map.of("x", "{y}", "y", "$1 \\")));
  }

  @Test
  void whatIsNoPlaceOrHasNoValueStaysAsItIs() {
    String text = "a {\n  b = ${token}\n}";
    assertEquals(text, new Form(text).fill(Map.of("b", "c")));
  }
}
