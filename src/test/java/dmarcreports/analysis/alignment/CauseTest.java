package dmarcreports.analysis.alignment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dmarcreports.analysis.Mail;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why a leg does or does not align, row by row. */
class CauseTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "",
      textBlock =
          """
          # mode | word | spf                                        | cause
          r | pass |                                                 | REPORT_PASS_UNSUPPORTED
          r | pass | amazonses.com pass                              | REPORT_PASS_UNSUPPORTED
          s | pass | mail.example.com pass                           | REPORT_PASS_UNSUPPORTED
          r | pass | example.com pass helo                           | REPORT_PASS_UNSUPPORTED
          r | fail | mail.example.com pass                           | REPORT_FAIL_CONTRADICTED
          r | pass | example.com pass                                | ALIGNED_EXACT
          s | pass | example.com pass                                | ALIGNED_EXACT
          r | -    | example.com pass                                | ALIGNED_EXACT
          r | pass | mail.example.com pass                           | ALIGNED_ORG
          r | pass | mail.example.com pass,example.com pass          | ALIGNED_EXACT
          s | fail | mail.example.com pass                           | STRICT_ONLY
          r | fail | amazonses.com pass                              | PASS_FOREIGN
          r | fail | example.com fail,amazonses.com pass             | PASS_FOREIGN
          r | fail | example.com fail                                | OWN_FAIL
          r | fail | mail.example.com fail                           | OWN_FAIL
          r | fail | example.com softfail                            | OWN_SOFTFAIL
          r | fail | example.com neutral                             | OWN_NEUTRAL
          r | fail | example.com none                                | OWN_NONE
          r | fail | example.com permerror                           | OWN_PERMERROR
          r | fail | example.com temperror                           | OWN_TEMPERROR
          r | fail | example.com policy                              | OWN_POLICY
          r | fail | example.com temperror,mail.example.com softfail | OWN_SOFTFAIL
          r | fail | other.org fail                                  | FAIL_FOREIGN
          r | fail | other.org softfail                              | FAIL_FOREIGN
          r | fail | other.org neutral                               | MISSING
          r | fail | other.org none                                  | MISSING
          r | fail | other.org permerror                             | MISSING
          r | fail | other.org temperror                             | MISSING
          r | fail | other.org unknown                               | MISSING
          r | fail | example.com unknown                             | MISSING
          r | fail | example.com error                               | MISSING
          r | fail | . none                                          | MISSING
          r | fail | . pass                                          | MISSING
          r | fail | example.com fail helo                           | MISSING
          r | fail | example.com pass helo                           | MISSING
          r | fail |                                                 | MISSING
          r | -    |                                                 | MISSING
          """)
  void explainsSpf(String mode, String word, String spf, Cause cause) {
    Mail mail = Mail.from("example.com").modes(mode + "/r").spf(spf).words(word + "/fail");
    assertEquals(cause, mail.diagnosis().spfCause());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "",
      textBlock =
          """
          # mode | word | dkim                                       | cause
          r | pass | amazonses.com pass                              | REPORT_PASS_UNSUPPORTED
          r | fail | example.com pass                                | REPORT_FAIL_CONTRADICTED
          r | pass | amazonses.com pass,example.com pass             | ALIGNED_EXACT
          r | pass | mail.example.com pass                           | ALIGNED_ORG
          s | fail | mail.example.com pass                           | STRICT_ONLY
          s | fail | mail.example.com pass,example.com fail          | STRICT_ONLY
          r | fail | example.com permerror,amazonses.com pass        | OWN_PERMERROR
          r | fail | example.com fail,list.example.org pass          | OWN_FAIL
          r | fail | example.com temperror,amazonses.com pass        | OWN_TEMPERROR
          r | fail | example.com neutral                             | OWN_NEUTRAL
          r | fail | example.com policy                              | OWN_POLICY
          r | fail | example.com fail,mail.example.com permerror     | OWN_PERMERROR
          r | fail | amazonses.com pass                              | PASS_FOREIGN
          r | fail | amazonses.com pass,example.com none             | PASS_FOREIGN
          r | fail | other.org fail                                  | FAIL_FOREIGN
          r | fail | other.org permerror                             | FAIL_FOREIGN
          r | fail | other.org temperror                             | MISSING
          r | fail | other.org neutral                               | MISSING
          r | fail | example.com none                                | MISSING
          r | fail | example.com unknown                             | MISSING
          r | fail |                                                 | MISSING
          """)
  void explainsDkim(String mode, String word, String dkim, Cause cause) {
    Mail mail = Mail.from("example.com").modes("r/" + mode).dkim(dkim).words("fail/" + word);
    assertEquals(cause, mail.diagnosis().dkimCause());
  }

  @Test
  void ordersAreWhole() {
    assertEquals(EnumSet.allOf(Cause.class), EnumSet.copyOf(Cause.SPF_ORDER));
    Set<Cause> spfAlone = EnumSet.of(Cause.OWN_SOFTFAIL, Cause.OWN_NONE);
    assertEquals(EnumSet.complementOf(EnumSet.copyOf(spfAlone)), EnumSet.copyOf(Cause.DKIM_ORDER));
  }
}
