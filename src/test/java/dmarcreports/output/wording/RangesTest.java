package dmarcreports.output.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dmarcreports.output.language.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class RangesTest {
  private static final Language ENGLISH = Language.english();
  private static final Language JAPANESE = Language.of("ja").orElseThrow();

  @Test
  void ranksThatFollowOneAnotherStandTogether() {
    assertEquals("3", Ranges.of(List.of(3), ENGLISH));
    assertEquals("1, 4-7", Ranges.of(List.of(1, 4, 5, 6, 7), ENGLISH));
  }

  @Test
  void noMoreThanFourAreListed() {
    List<Integer> scattered = List.of(1, 3, 5, 7, 9);
    assertEquals("1, 3, 5, 7, ...", Ranges.of(scattered, ENGLISH));
    assertEquals("1, 3, 5, 7", Ranges.of(scattered.subList(0, 4), ENGLISH));
  }

  @Test
  void aLanguageHasSignsOfItsOwn() {
    assertEquals("1、4～7", Ranges.of(List.of(1, 4, 5, 6, 7), JAPANESE));
    assertEquals("1、3、5、7 など", Ranges.of(List.of(1, 3, 5, 7, 9), JAPANESE));
  }
}
