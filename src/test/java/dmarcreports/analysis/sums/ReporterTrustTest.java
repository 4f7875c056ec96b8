package dmarcreports.analysis.sums;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dmarcreports.analysis.Mail;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which reporters cannot be relied on, and that they decide nothing. */
class ReporterTrustTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # spf | dkim | words spf/dkim | faults
          amazonses.com pass | amazonses.com pass | fail/fail | []
          amazonses.com pass | amazonses.com pass | pass/pass | [ECHOES_RAW_RESULTS]
          amazonses.com pass | example.com pass   | pass/pass | [ECHOES_RAW_RESULTS]
          example.com fail   | example.com pass   | pass/fail | [SWAPS_VERDICTS]
          example.com pass   | example.com fail   | fail/pass | [SWAPS_VERDICTS]
          example.com pass   | example.com pass   | fail/fail | [CONTRADICTS_ITSELF]
          example.com fail   | example.com fail   | pass/fail | [CONTRADICTS_ITSELF]
          -                  | -                  | fail/fail | [PARTIAL_EVIDENCE]
          -                  | -                  | pass/pass | [PARTIAL_EVIDENCE]
          # a word about one leg alone is a word
          -                  | -                  | fail/-    | [PARTIAL_EVIDENCE]
          -                  | -                  | -/fail    | [PARTIAL_EVIDENCE]
          -                  | -                  | -/-       | []
          -                  | amazonses.com pass | -/pass    | [ECHOES_RAW_RESULTS]
          -                  | example.com fail   | -/pass    | [CONTRADICTS_ITSELF]
          amazonses.com fail | amazonses.com fail | fail/pass | [CONTRADICTS_ITSELF]
          # what it does not list it may have seen
          amazonses.com pass | -                  | fail/pass | []
          """)
  void isToldByItsRecords(String spf, String dkim, String words, String faults) {
    Mail mail = Mail.from("example.com").spf(spf).dkim(dkim).words(words);
    assertEquals(faults, Mail.analyze(mail).reporters().get(0).faults().toString());
  }

  @Test
  void oneContradictionInManyRecordsIsForgiven() {
    Mail good = Mail.from("example.com").spf("example.com pass").messages(11);
    Mail odd = Mail.from("example.com").spf("example.com pass").words("fail/fail");
    ReporterFindings reporter = Mail.analyze(good, odd).reporters().get(0);
    assertEquals(List.of(), reporter.faults());
    assertEquals(1, reporter.contradictions());
  }

  @Test
  void reportersStandInTheAlphabet() {
    Mail mail = Mail.from("example.com").spf("example.com pass");
    assertEquals(
        List.of("a.example", "b.example", "c.example"),
        Mail.analyze(
                mail.reporter("b.example"),
                Mail.from("example.com").spf("example.com pass").reporter("c.example"),
                Mail.from("example.com").spf("example.com pass").reporter("a.example"))
            .reporters()
            .stream()
            .map(ReporterFindings::reporter)
            .toList());
  }

  @Test
  void unreliableReporterCorroboratesNothing() {
    Mail unlisted = Mail.from("example.com").spf("lists.example.com fail").messages(6);
    Mail aligned = Mail.from("example.com").spf("example.com pass").messages(5);
    assertEquals("own_spf", headline(unlisted, aligned));
    Mail lie = Mail.from("example.com").spf("amazonses.com pass").words("pass/fail").messages(5);
    assertEquals(
        "unknown",
        headline(unlisted, aligned.reporter("liar"), lie.reporter("liar").ip("192.0.2.9")));
  }

  private static String headline(Mail... mail) {
    return Mail.analyze(mail).domains().get(0).sources().stream()
        .filter(s -> s.sourceIp().orElseThrow().text().equals("192.0.2.1"))
        .findFirst()
        .orElseThrow()
        .diagnosis()
        .streamClass()
        .word();
  }
}
