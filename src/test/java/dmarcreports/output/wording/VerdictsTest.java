package dmarcreports.output.wording;

import static dmarcreports.output.language.Language.english;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dmarcreports.analysis.sums.Tally;
import dmarcreports.output.page.Whose;
import dmarcreports.output.plain.Glue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How mail fared, and whose the failing mail is. */
class VerdictsTest {
  @ParameterizedTest
  @CsvSource({
    "1, 0, 0, '1 of 1 message passes DMARC (100.0 %), 0 fail'",
    "0, 1, 0, '0 of 1 message passes DMARC (0.0 %), 1 fails'",
    "1, 1, 3, '1 of 5 messages pass DMARC (50.0 %), 1 fails, 3 cannot be told'",
    "0, 0, 2, '0 of 2 messages pass DMARC (no verdicts), 0 fail, 2 cannot be told'",
  })
  void whatIsCountedAgreesWithItsNumber(long pass, long fail, long unknown, String said) {
    assertEquals(said, Glue.undone(Verdicts.of(tally(pass, fail, unknown), english())));
  }

  @ParameterizedTest
  @CsvSource({
    "5, 0, 0, 0, ': 5 believed to be yours'",
    "2, 3, 0, 0, ': 2 believed to be yours, 3 perhaps'",
    "2, 0, 3, 0, ': 2 believed to be yours, 3 not'",
    "1, 2, 2, 0, ': 1 believed to be yours, 2 perhaps, 2 not'",
    "0, 5, 0, 0, ': 5 perhaps yours'",
    "0, 4, 1, 7, ': 4 perhaps yours, 1 not; 7 cannot be told'",
    "0, 0, 5, 0, ': none believed to be yours'",
  })
  void whoseTheFailingMailIsStandsBehindIt(
      long ours, long perhaps, long others, long unknown, String said) {
    String verdict = Verdicts.of(tally(5, 5, unknown), new Whose(ours, perhaps, others), english());
    assertEquals(said, verdict.substring(verdict.indexOf(':')));
  }

  private static Tally tally(long pass, long fail, long unknown) {
    return new Tally(pass + fail + unknown, pass, fail, unknown, pass, pass, 0, 0, 0);
  }
}
