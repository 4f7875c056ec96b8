package dmarcreports.output.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dmarcreports.output.language.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClausesTest {
  @Test
  void clausesFollowOneAnother() {
    Language english = Language.english();
    assertEquals("", Clauses.of(List.of(), english));
    assertEquals("a, b", Clauses.of(List.of("a, b"), english));
    assertEquals("a, b; c; d", Clauses.of(List.of("a, b", "c", "d"), english));
  }
}
