package dmarcreports.output.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What stands beside one another in a line. */
class LabelsTest {
  @Test
  void labelsFillTheirColumn() {
    assertEquals("days       ", Labels.padded("days", 11));
  }

  @Test
  void aWideCharacterTakesTwoColumns() {
    assertEquals("日数       ", Labels.padded("日数", 11));
  }

  @Test
  void aLabelThatIsTooLongIsKeptApartByABlank() {
    assertEquals("Berichterstatter ", Labels.padded("Berichterstatter", 11));
  }
}
