package dmarcreports.analysis.action;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dmarcreports.analysis.Mail;
import dmarcreports.analysis.Told;
import dmarcreports.analysis.remedy.PolicyReadiness;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.sender.SenderLabel;
import dmarcreports.analysis.sender.SenderLabel.Ownership;
import dmarcreports.analysis.sender.SenderProfiles;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How strict a policy could be, and what stricter alignment would lose. */
class ReadinessTest {
  /** One message among 280 that pass. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # spf | dkim | reason | what is ready, what blocks it, and what is lost
          -                    | -                               | -            | reject [] 0/1/0
          amazonses.com pass   | amazonses.com pass              | -            | none [amazon-ses] 1/0/0
          amazonses.com pass   | example.com permerror,amazonses.com pass | -   | none [amazon-ses] 1/0/0
          mail.example.com pass | -                              | -            | none [192.0.2.0/24] 1/0/0
          sendgrid.net pass    | sendgrid.net pass               | -            | none [twilio-sendgrid] 1/0/0
          # passed on: lost at reject
          list.other.org pass  | example.com fail,other.org pass | -            | quarantine [192.0.2.0/24] 0/1/0
          -                    | -                               | mailing_list | quarantine [192.0.2.0/24] 0/1/0
          # unknown mail that claims a name of ours
          example.com fail     | -                               | -            | quarantine [192.0.2.0/24] 0/1/0
          # seen once: not steady
          other.org pass       | other.org pass                  | -            | reject [] 0/1/0
          example.com temperror | -                              | -            | reject [] 0/1/0
          x.bad.org fail       | -                               | -            | reject [] 0/0/1
          """)
  void ofMailThatIsSeenOnce(String spf, String dkim, String reason, String expected) {
    Mail mail = Mail.from("example.com").modes("s/s").spf(spf).dkim(dkim).reason(reason);
    assertEquals("p none " + expected, words(Mail.wellSeen(mail.words("fail/fail"))));
  }

  /** Undecided mail that keeps coming: three messages on as many days, or a share of all mail. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # spf | dkim | days | messages a day | what is ready
          # a tool that was forgotten proves its own name
          tool.example.net pass | tool.example.net pass | 3 | 1  | none [192.0.2.0/24] 0/3/0
          tool.example.net pass | tool.example.net pass | 2 | 1  | reject [] 0/2/0
          tool.example.net pass | -                     | 1 | 3  | none [192.0.2.0/24] 0/3/0
          -                     | tool.example.net pass | 1 | 2  | reject [] 0/2/0
          # so does a customer of a shared service, and a broken key at an unknown sender
          other-org.20230601.gappssmtp.com pass | -     | 3 | 1  | none [192.0.2.0/24] 0/3/0
          tool.example.net pass | example.com fail,tool.example.net pass | 3 | 1 | none [192.0.2.0/24] 0/3/0
          # what proves nothing may be a printer, where it is much
          -                     | -                     | 3 | 1  | quarantine [192.0.2.0/24] 0/3/0
          -                     | -                     | 2 | 1  | reject [] 0/2/0
          -                     | -                     | 1 | 14 | quarantine [192.0.2.0/24] 0/14/0
          -                     | -                     | 1 | 15 | none [192.0.2.0/24] 0/15/0
          # the receiver says fail, and its own checks say that it is ours
          mail.example.com pass | -                     | 3 | 1  | none [192.0.2.0/24] 0/3/0
          # a forger is no reason to wait
          x.bad.org fail        | -                     | 9 | 99 | reject [] 0/0/891
          """)
  void ofUndecidedMailThatKeepsComing(
      String spf, String dkim, int days, long messages, String expected) {
    Mail[] mail =
        IntStream.rangeClosed(1, days)
            .mapToObj(day -> "2026-01-%02d".formatted(day))
            .map(day -> Mail.from("example.com").spf(spf).dkim(dkim).words("fail/fail").day(day))
            .map(m -> m.messages(messages))
            .toArray(Mail[]::new);
    assertEquals("p none " + expected, words(Mail.wellSeen(mail)));
  }

  /** Far less than a hundredth of all mail: the days alone decide, of an organization together. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tool.example.net | 192.0.2.1 192.0.2.1 192.0.2.1       | none [192.0.2.0/24] 0/3/0
          tool.example.net | 192.0.2.1 192.0.2.1                 | reject [] 0/2/0
          tool.example.net | 192.0.2.1 198.51.100.1 198.51.101.1 | none [192.0.2.0/24, 198.51.100.0/24, 198.51.101.0/24] 0/3/0
          tool.example.net | 192.0.2.1 198.51.100.1              | reject [] 0/2/0
          """)
  void whatComesOnThreeDaysIsSteadyHoweverLittle(String spf, String addresses, String expected) {
    List<Mail> mail = new ArrayList<>();
    for (String address : addresses.split(" ")) {
      Mail seen = Mail.from("example.com").spf(spf + " pass").ip(address);
      mail.add(seen.day("2026-01-0" + (mail.size() + 1)));
    }
    mail.add(mail.get(0).proof().messages(10_000));
    assertEquals("p none " + expected, words(Mail.wellSeen(mail.toArray(Mail[]::new))));
  }

  /** What would be allowed is not known where little is seen; what is in the way is. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # days | reporters | messages that pass on a day | what is ready
          14 | 2 | 8 | reject
          13 | 2 | 9 | unknown DAYS 13
          14 | 1 | 8 | unknown REPORTERS 1
          14 | 2 | 7 | unknown PASSING 98
          1  | 1 | 1 | unknown DAYS 1 REPORTERS 1 PASSING 1
          """)
  void isUnknownWhereTooLittleIsSeen(int days, int reporters, long messages, String expected) {
    List<Mail> mail = new ArrayList<>();
    for (int day = 1; day <= days; day++) {
      Mail passing = Mail.from("example.com").spf("example.com pass").messages(messages);
      mail.add(passing.day("2026-01-%02d".formatted(day)).reporter("r" + day % reporters));
    }
    DomainFindings domain = Mail.analyze(mail.toArray(Mail[]::new)).domains().get(0);
    PolicyReadiness whole = domain.readiness().get(0);
    assertEquals(
        expected,
        Told.word(whole.readyFor())
            + whole.shortages().stream()
                .map(s -> " " + s.of() + " " + s.seen())
                .collect(Collectors.joining()));
    mail.add(Mail.from("example.com").spf("amazonses.com pass").dkim("amazonses.com pass"));
    assertEquals(
        "none", Told.word(Mail.analyze(mail.toArray(Mail[]::new)).domains().get(0).readyFor()));
  }

  @Test
  void ownersWordDecides() {
    Mail[] mail =
        IntStream.rangeClosed(1, 9)
            .mapToObj(day -> Mail.from("example.com").spf("other.org pass").day("2026-01-0" + day))
            .toArray(Mail[]::new);
    assertEquals("p none none [192.0.2.0/24] 0/9/0", words(Mail.wellSeen(mail)));
    assertEquals("p none reject [] 0/0/9", words(Mail.wellSeen(labelled(Ownership.THEIRS), mail)));
    assertEquals(
        "p none none [other-org] 9/0/0", words(Mail.wellSeen(labelled(Ownership.OURS), mail)));
    assertEquals(
        "p none quarantine [192.0.2.0/24] 0/9/0",
        words(Mail.wellSeen(labelled(Ownership.FORWARDER), mail)));
  }

  private static SenderProfiles labelled(Ownership ownership) {
    return SenderProfiles.standard()
        .withLabels(List.of(new SenderLabel("other.org", "", ownership)));
  }

  @Test
  void subdomainsAreApartWhereTheirPolicyIs() {
    Mail apex = Mail.from("example.com").spf("amazonses.com pass").dkim("amazonses.com pass");
    Mail below = Mail.from("news.example.com").spf("x.bad.org fail").messages(3);
    assertEquals("p none none [amazon-ses] 1/0/3", words(Mail.wellSeen(apex, below)));
    assertEquals(
        "p none none [amazon-ses] 1/0/0, sp reject reject [] 0/0/3",
        words(Mail.wellSeen(apex.subdomains("reject/-"), below.subdomains("reject/-"))));
    assertEquals(
        "p none none [amazon-ses] 1/0/0, sp quarantine reject [] 0/0/3, np reject reject [] 0/0/3",
        words(
            Mail.wellSeen(
                apex.subdomains("quarantine/reject"), below.subdomains("quarantine/reject"))));
  }

  /** Where there is no sp, p is what the names below go by: np is about other names. */
  @ParameterizedTest
  @CsvSource({"-/reject, false", "none/reject, true"})
  void aPolicyIsNotRaisedOverNamesBelowThatWouldLoseMail(String subdomains, boolean publish) {
    Mail forged = Mail.from("example.com").spf("x.bad.org fail").subdomains(subdomains);
    Mail news = Mail.from("news.example.com").spf("amazonses.com pass").subdomains(subdomains);
    DomainFindings domain = Mail.wellSeen(forged, news.dkim("amazonses.com pass"));
    Action enforce =
        domain.actions().stream()
            .filter(a -> a.code().equals("enforce_policy"))
            .findFirst()
            .orElseThrow();
    assertEquals("reject", Told.word(domain.readiness().get(0).readyFor()));
    assertEquals("none", Told.word(domain.readiness().get(1).readyFor()));
    assertEquals(publish, !enforce.remedy().dnsRecords().isEmpty());
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

  private static String words(DomainFindings domain) {
    return domain.readiness().stream()
        .map(
            r ->
                String.join(
                    " ",
                    r.tag().word(),
                    r.published().orElseThrow().name().toLowerCase(java.util.Locale.ROOT),
                    Told.word(r.readyFor()),
                    r.blockedBy().toString(),
                    r.ours() + "/" + r.perhapsOurs() + "/" + r.others()))
        .collect(Collectors.joining(", "));
  }
}
