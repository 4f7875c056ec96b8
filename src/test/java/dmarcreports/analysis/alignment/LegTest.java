package dmarcreports.analysis.alignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.analysis.Mail;
import dmarcreports.report.DomainName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of several checks is the one that is told. */
class LegTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # checks                                                   | the one that matters most
          mail.example.com pass,example.com pass                     | example.com PASS
          other.org pass,mail.example.com pass                       | mail.example.com PASS
          example.com fail,other.org pass                            | other.org PASS
          other.org fail,mail.example.com fail                       | mail.example.com FAIL
          . fail,other.org fail                                      | other.org FAIL
          # of equals the first in the alphabet, and of one name the better
          b.example.com pass,a.example.com pass                      | a.example.com PASS
          b.other.org softfail,a.other.org neutral                   | a.other.org NEUTRAL
          example.com softfail,example.com fail                      | example.com FAIL
          other.org none                                             | other.org NONE
          """)
  void tellsWhatMattersMost(String checks, String told) {
    Identity primary = leg(checks).primary().orElseThrow();
    assertEquals(
        told, primary.domain().map(DomainName::text).orElse("-") + " " + primary.outcome());
  }

  @Test
  void checkWithoutNameIsAboutNobody() {
    assertFalse(leg(". fail").hasIdentity());
    assertTrue(leg(". fail,other.org fail").hasIdentity());
    assertTrue(leg("").primary().isEmpty());
  }

  private static Leg leg(String checks) {
    return Facts.of(Mail.from("example.com").spf(checks).evidence(), Mail.ORGANIZATIONS).spf();
  }
}
