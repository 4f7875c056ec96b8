package dmarcreports.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How strict a policy could be, and what stricter alignment would lose. */
class ReadinessTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # spf | dkim | reason | what is ready, what blocks it, and what is lost
          amazonses.com pass    | amazonses.com pass                | -            | none [amazon-ses] 7/0/0
          amazonses.com pass    | example.com permerror,amazonses.com pass | -     | none [amazon-ses] 7/0/0
          mail.example.com pass | -                                 | -            | none [192.0.2.0/24] 7/0/0
          sendgrid.net pass     | sendgrid.net pass                 | -            | none [twilio-sendgrid] 7/0/0
          list.other.org pass   | example.com fail,list.other.org pass | -         | quarantine [192.0.2.0/24] 0/7/0
          -                     | -                                 | mailing_list | quarantine [192.0.2.0/24] 0/7/0
          example.com fail      | -                                 | -            | quarantine [192.0.2.0/24] 0/7/0
          other.org pass        | -                                 | -            | reject [] 0/0/7
          x.bad.org fail        | -                                 | -            | reject [] 0/0/7
          -                     | -                                 | -            | reject [] 0/0/7
          example.com temperror | -                                 | -            | reject [] 0/0/7
          """)
  void followsTheClass(String spf, String dkim, String reason, String expected) {
    Mail mail =
        Mail.from("example.com").modes("s/s").spf(spf).dkim(dkim).reason(reason).messages(7);
    assertEquals("p none " + expected, words(Mail.analyze(mail.words("fail/fail"))));
  }

  @Test
  void subdomainsAreApartWhereTheirPolicyIs() {
    Mail apex = Mail.from("example.com").spf("amazonses.com pass").dkim("amazonses.com pass");
    Mail below = Mail.from("news.example.com").spf("x.bad.org fail").messages(3);
    assertEquals("p none none [amazon-ses] 1/0/3", words(Mail.analyze(apex, below)));
    assertEquals(
        "p none none [amazon-ses] 1/0/0, sp reject reject [] 0/0/3",
        words(Mail.analyze(apex.subdomains("reject/-"), below.subdomains("reject/-"))));
    assertEquals(
        "p none none [amazon-ses] 1/0/0, sp quarantine reject [] 0/0/3, np reject reject [] 0/0/3",
        words(
            Mail.analyze(
                apex.subdomains("quarantine/reject"), below.subdomains("quarantine/reject"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # aspf/adkim | spf | dkim | words | what is lost
          r/r | mail.example.com pass | -                        | auto      | aspf=s 7-7 adkim=s 0-0
          r/r | mail.example.com pass | mail.example.com pass    | auto      | aspf=s 0-0 adkim=s 0-0
          r/r | -                     | mail.example.com pass    | auto      | aspf=s 0-0 adkim=s 7-7
          r/r | example.com pass      | -                        | auto      | aspf=s 0-0 adkim=s 0-0
          r/r | other.org pass        | -                        | pass/fail | aspf=s 0-7 adkim=s 0-0
          s/r | -                     | example.com pass         | auto      | adkim=s 0-0
          s/s | example.com pass      | -                        | auto      | -
          """)
  void stricterAlignmentLosesWhatOnlyTheOrganizationProves(
      String modes, String spf, String dkim, String words, String expected) {
    Mail mail = Mail.from("example.com").modes(modes).spf(spf).dkim(dkim).words(words).messages(7);
    assertEquals(
        expected == null ? "" : expected,
        Mail.analyze(mail).domains().get(0).tightenings().stream()
            .map(t -> t.tag() + " " + t.lostMin() + "-" + t.lostMax())
            .collect(Collectors.joining(" ")));
  }

  private static String words(Analysis analysis) {
    return analysis.domains().get(0).readiness().stream()
        .map(
            r ->
                String.join(
                    " ",
                    r.tag(),
                    r.published().orElseThrow().name().toLowerCase(java.util.Locale.ROOT),
                    r.readyFor(),
                    r.blockedBy().toString(),
                    r.ours() + "/" + r.perhapsOurs() + "/" + r.others()))
        .collect(Collectors.joining(", "));
  }
}
