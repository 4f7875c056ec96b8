package dmarcreports.analysis.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.analysis.Analysis;
import dmarcreports.analysis.English;
import dmarcreports.analysis.Mail;
import dmarcreports.analysis.change.Gain;
import dmarcreports.analysis.change.Recommendation;
import dmarcreports.analysis.sender.SenderProfiles;
import dmarcreports.analysis.stream.StreamClass;
import dmarcreports.analysis.sums.SourceName;
import dmarcreports.report.DomainName;
import dmarcreports.report.Observation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How findings came about: rows of the class table, whom checks prove, what changes would do. */
class ExplainedTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "",
      textBlock =
          """
          # F | aspf/adkim | spf | dkim | reason | class | row above | what would have had to be so
          example.com | r/r | amazonses.com pass    | amazonses.com pass    |  | ses_unaligned | invalid_from    | the From line names no domain or several
          example.com | r/r | amazonses.com pass    | amazonses.com pass    |  | ses_unaligned | healthy         | SPF proves the domain of the From line + a DKIM signature proves the domain of the From line
          example.com | r/r | amazonses.com pass    | amazonses.com pass    |  | ses_unaligned | strict_mode     | SPF or DKIM passes for another name of your organization, and only strict alignment keeps it from counting
          example.com | r/r | amazonses.com pass    | amazonses.com pass    |  | ses_unaligned | ses_dkim_broken | there is a DKIM signature of your organization, and none of them passes
          example.com | r/r | amazonses.com pass    | example.com pass      |  | ok_dkim_only  | healthy         | SPF proves the domain of the From line
          example.com | r/r | amazonses.com pass    | example.com pass      |  | ok_dkim_only  | forwarded_ok    | something tells that the mail was forwarded
          example.com | r/r | example.com pass      |                       |  | ok_spf_only   | ok_dkim_only    | a DKIM signature proves the domain of the From line
          example.com | s/s | mail.example.com pass |                       |  | strict_mode   | transient       | DNS failed in every check of a name of yours, and nothing else was checked
          example.com | r/r | sendgrid.net pass     | sendgrid.net pass     |  | vendor_unaligned | ses_unaligned | a passing name proves that Amazon SES sends it
          example.com | r/r | example.com fail      |                       |  | unknown       | own_spf         | the same address passes SPF for a name of yours in other mail, or you labelled it as yours
          example.com | r/r | example.com temperror | other.org fail        |  | unknown       | own_spf         | SPF was checked for a name of your organization and did not pass, though DNS answered + the same address passes SPF for a name of yours in other mail, or you labelled it as yours
          example.com | r/r | example.com fail      | example.com fail      |  | unknown       | own_dkim        | other mail of the same senders shows that the signer is yours
          example.com | r/r | x.bad.org fail        |                       |  | spoof_suspect | unknown_third_party | an organization that we do not know proves its own name
          example.com | r/r | example.com fail      |                       |  | unknown       | spoof_suspect   | you labelled the sender as somebody else's, or SPF refuses the server for a name of another organization and you did not label it as yours
          example.com | r/r | x.bad.org fail        |                       | forwarded | list_or_forward_broken | vendor_unaligned | a passing name proves that a service that we know sends it
          """)
  void rowsAboveSayWhatTheyLack(
      String author,
      String modes,
      String spf,
      String dkim,
      String reason,
      String streamClass,
      String above,
      String unmet) {
    Mail mail = Mail.from(author).modes(modes).spf(spf).dkim(dkim).reason(reason);
    Explained.Stream stream = explain("192.0.2.1", mail).domains().get(0).streams().get(0);
    assertEquals(streamClass, stream.part().diagnosis().streamClass().word());
    assertEquals(
        Optional.of(unmet),
        stream.above().stream()
            .filter(row -> row.streamClass().word().equals(above))
            .map(row -> row.unmet().stream().map(English::of).collect(Collectors.joining(" + ")))
            .findFirst());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "",
      textBlock =
          """
          # F | aspf/adkim | spf | dkim | ip | action | passes | why (its beginning)
          example.com | r/r | amazonses.com pass    | amazonses.com pass      | 54.240.8.13 | easy_dkim | yes | Amazon's own signature passes
          example.com | r/r | amazonses.com pass    |                         | 54.240.8.13 | easy_dkim | maybe | The report lists no signature of Amazon's
          example.com | r/r | amazonses.com pass    | amazonses.com fail      | 54.240.8.13 | easy_dkim | no | Amazon's own signature does not pass
          example.com | r/r | amazonses.com pass    | amazonses.com temperror | 54.240.8.13 | easy_dkim | maybe | Amazon's own signature ended in an error
          news.example.com | r/s | amazonses.com pass | amazonses.com pass    | 54.240.8.13 | easy_dkim | maybe | The parent domain's identity may be the one
          news.example.com | r/s | amazonses.com pass | amazonses.com pass    | 54.240.8.13 | own_identity+easy_dkim | yes | Amazon's own signature passes
          example.com | r/r | amazonses.com pass    | amazonses.com pass      | 54.240.8.13 | custom_mail_from | yes | SPF passes for Amazon's return path
          example.com | s/r | amazonses.com pass    | amazonses.com pass      | 54.240.8.13 | custom_mail_from | no | A custom MAIL FROM domain lies below
          example.com | s/r | amazonses.com pass    | amazonses.com pass      | 54.240.8.13 | custom_mail_from+relax_aspf | yes | SPF passes for Amazon's return path
          example.com | r/r | gmail.com pass        | amazonses.com pass      | 192.0.2.1   | custom_mail_from | no | SPF was checked for another return path
          example.com | s/s | amazonses.com pass    | amazonses.com pass      | 54.240.8.13 | relax_aspf | no | SPF passes for another organization's name only
          example.com | s/s | amazonses.com pass    | amazonses.com pass      | 54.240.8.13 | relax_adkim | no | Only another organization's signature passes
          example.com | r/r | amazonses.com pass    | amazonses.com pass      | 54.240.8.13 | authorize_in_spf | no | SPF was not checked for a name of yours
          example.com | s/r | mail.example.com pass |                         | 192.0.2.1   | relax_aspf | yes | SPF passes for another name of your organization
          example.com | s/r | mail.example.com pass |                         | 192.0.2.1   | authorize_in_spf | no | SPF was checked for another name than
          example.com | r/r | example.com fail      |                         | 192.0.2.1   | authorize_in_spf | no | Nothing shows that this server is yours
          example.com | r/r | example.com temperror |                         | 192.0.2.1   | authorize_in_spf | no | SPF of your name did not end in an answer
          example.com | r/r | example.com permerror |                         | 192.0.2.1   | repair_spf | maybe | The record is broken for every server
          example.com | r/r | example.com fail      |                         | 192.0.2.1   | relax_aspf | no | The record asks for relaxed SPF alignment already
          example.com | s/s | example.com fail      |                         | 192.0.2.1   | relax_aspf | no | SPF passes for no name
          news.example.com | r/s |                  | example.com pass        | 192.0.2.1   | own_identity | yes | A signature of another name of your organization
          example.com | r/r |                       | example.com fail        | 192.0.2.1   | repair_dkim | maybe | The signature does not verify
          example.com | r/r |                       | example.com permerror   | 192.0.2.1   | repair_dkim | maybe | The key was not found; but
          example.com | r/r | amazonses.com pass    | amazonses.com pass,example.com permerror | 54.240.8.13 | repair_easy_dkim | yes | The signature of the service that sends it stands
          example.com | r/r | amazonses.com pass    | amazonses.com pass,example.com fail | 54.240.8.13 | repair_easy_dkim | yes | The signature of the service that sends it stands
          example.com | r/r | amazonses.com pass    | amazonses.com fail,example.com fail | 54.240.8.13 | repair_easy_dkim | no | A signature fails beside another one
          example.com | r/r | amazonses.com pass    | example.com permerror   | 54.240.8.13 | repair_easy_dkim | yes | The key was not found; the sender is yours
          example.com | r/r | amazonses.com pass    | example.com fail        | 54.240.8.13 | repair_easy_dkim | maybe | The signature does not verify
          example.com | r/r |                       | amazonses.com pass      | 54.240.8.13 | custom_mail_from | maybe | The report lists no check of SPF
          example.com | r/r | forwarder.example.net pass | example.net pass,amazonses.com pass | 192.0.2.1 | publish_dkim | maybe | It passes if the server is yours
          example.com | r/r | sendgrid.net pass     | sendgrid.net pass       | 192.0.2.1   | vendor_dkim | maybe | It passes if the account at this service is yours
          example.com | r/r | sendgrid.net pass     |                         | 192.0.2.1   | vendor_dkim | maybe | The report lists no signature of the service
          example.com | r/r | klaviyomail.com pass  | klaviyomail.com pass    | 192.0.2.1   | vendor_dkim | maybe | It passes if the account at this service is yours
          example.com | r/s | klaviyomail.com pass  | klaviyomail.com pass    | 192.0.2.1   | vendor_dkim | no | The service signs as a name below your domain
          news.example.com | r/s | klaviyomail.com pass | klaviyomail.com pass | 192.0.2.1  | vendor_dkim | maybe | The service signs as a subdomain
          example.com | r/s | klaviyomail.com pass  | klaviyomail.com pass    | 192.0.2.1   | vendor_dkim+relax_adkim | maybe | It passes if the account at this service is yours
          example.com | r/r | calendar-server.bounces.google.com pass | google.com pass | 192.0.2.1 | vendor_dkim | no | This service cannot be made to sign
          example.com | s/r | sendgrid.net pass     | sendgrid.net pass       | 192.0.2.1   | vendor_return_path | no | The return path would lie below your domain
          example.com | r/r | example.com fail      |                         | 192.0.2.1   | publish_dkim | maybe | It passes if the server is yours and signs
          """)
  void changesSayWhatTheyDoAndWhy(
      String author,
      String modes,
      String spf,
      String dkim,
      String ip,
      String action,
      String passes,
      String why) {
    Mail mail = Mail.from(author).modes(modes).spf(spf).dkim(dkim).ip(ip);
    Explained.Evidence evidence =
        explain(ip, mail).domains().get(0).streams().get(0).evidences().get(0);
    Explained.Change change =
        evidence.changes().stream()
            .filter(c -> code(c.changes()).equals(action))
            .findFirst()
            .orElseThrow(() -> new AssertionError(action + " is not among " + evidence.changes()));
    assertEquals(passes, change.gain().word());
    assertTrue(English.of(change.effect()).startsWith(why), English.of(change.effect()));
  }

  @Test
  void whoContradictsItsChecksMakesNothingCertain() {
    Mail mail =
        Mail.from("example.com")
            .spf("example.com pass")
            .dkim("amazonses.com pass")
            .words("fail/fail");
    assertTrue(
        explain("192.0.2.1", mail)
            .domains()
            .get(0)
            .streams()
            .get(0)
            .evidences()
            .get(0)
            .changes()
            .stream()
            .noneMatch(c -> c.gain() == Gain.YES));
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 1",
    "192.0.2.0/24, 3",
    "192.0.2.2/31, 2",
    "2001:DB8:0::1, 10",
    "2001:db8::/32, 10",
    "amazonses.com, 13",
    "eu-west-1.amazonses.com, 1",
    "other.org, 2",
    // claimed, but never proven
    "bad.org, 0",
    "example.com, 0",
    "192.0.2.9, 0",
  })
  void aSourceIsAnAddressANetworkOrADomainThatPassed(String source, long messages) {
    Mail[] mail = {
      Mail.from("example.com").ip("192.0.2.1").spf("eu-west-1.amazonses.com pass"),
      Mail.from("example.com").ip("192.0.2.2").dkim("amazonses.com pass").spf("bad.org fail"),
      Mail.from("example.com").ip("192.0.2.3").dkim("amazonses.com pass,x.other.org pass"),
      Mail.from("example.net").ip("2001:db8::1").spf("amazonses.com pass").messages(10),
      Mail.from("example.com").ip("198.51.100.1").dkim("other.org pass").spf("example.com fail"),
    };
    long found =
        explain(source, mail).domains().stream().mapToLong(d -> d.tally().messages()).sum();
    assertEquals(messages, found);
  }

  @ParameterizedTest
  @CsvSource({"not a name", "''", "300.1.1.1", "10.0.0.0/33", "a..b", "192.0.2.1/x", "/24"})
  void whatNamesNoSourceIsRefused(String text) {
    assertEquals(Optional.empty(), SourceName.parse(text));
  }

  @Test
  void otherMailOfTheDomainCorroborates() {
    Mail refused = Mail.from("example.com").ip("192.0.2.1").spf("example.com fail").messages(5);
    Mail elsewhere =
        Mail.from("example.com").ip("192.0.2.1").spf("shop.example.com pass").day("2026-01-11");
    Explained.Domain domain = explain("192.0.2.1", refused, elsewhere).domains().get(0);
    Explained.Stream stream = domain.streams().get(0);
    assertEquals(StreamClass.OWN_SPF, stream.part().diagnosis().streamClass());
    assertTrue(
        stream.circumstances().stream()
            .anyMatch(s -> English.of(s).contains("same address passes SPF")));
    assertEquals(
        List.of("authorize_in_spf 0-5", "publish_dkim 0-5"),
        domain.actions().stream()
            .map(t -> t.action().code() + " " + t.repairedMin() + "-" + t.repairedMax())
            .sorted()
            .toList());
  }

  @Test
  void actionsCountTheMessagesOfTheSourceAlone() {
    Mail one = Mail.from("example.com").ip("54.240.8.13").dkim("amazonses.com pass").messages(5);
    Mail other = Mail.from("example.com").ip("54.240.8.14").dkim("amazonses.com pass").messages(8);
    Mail foreign = Mail.from("example.com").ip("192.0.2.1").spf("x.bad.org fail").messages(9);
    Explained.Domain domain = explain("54.240.8.13", one, other, foreign).domains().get(0);
    assertEquals(1, domain.actions().size());
    assertEquals("easy_dkim", domain.actions().get(0).action().code());
    assertEquals(5, domain.actions().get(0).repairedMax());
    assertEquals(13, domain.actions().get(0).action().repairedMax());
    assertEquals(13, domain.streams().get(0).whole().messages());
    assertEquals(2, domain.streams().get(0).wholeSources());
  }

  @Test
  void evidencesThatSayTheSameAreOne() {
    Mail[] mail = {
      Mail.from("example.com").ip("54.240.8.13").dkim("amazonses.com pass").messages(5),
      Mail.from("example.com").ip("54.240.8.14").dkim("amazonses.com pass").messages(8),
      Mail.from("example.com").ip("54.240.8.14").dkim("amazonses.com pass").reporter("other"),
      Mail.from("example.com").ip("54.240.8.14").dkim("amazonses.com pass").treated("reject/none"),
    };
    List<Explained.Evidence> evidences =
        explain("amazonses.com", mail).domains().get(0).streams().get(0).evidences();
    assertEquals(List.of(14L, 1L), evidences.stream().map(Explained.Evidence::messages).toList());
    assertEquals(
        List.of(9L, 5L),
        evidences.get(0).shares().stream().map(Explained.Share::messages).toList());
    assertEquals(List.of("other", "reporter.example"), evidences.get(0).reporters());
    assertFalse(evidences.get(0).overridden());
    assertTrue(evidences.get(1).overridden());
  }

  /** A stream may come from a million addresses: a page tells of those that send most. */
  @Test
  void ofTheLargestStreamsTheLargestSourcesAreExplained() {
    List<Observation> observations = new ArrayList<>();
    for (int i = 0; i < 1_500; i++) {
      observations.add(
          Mail.from("example.com")
              .ip("2001:db8::" + Integer.toHexString(i))
              .dkim("amazonses.com pass")
              .messages(1 + i)
              .observation());
    }
    Analysis analysis = Analysis.of(observations, Mail.SUFFIXES, SenderProfiles.standard());
    Explained.Stream stream = explained(analysis).get(0);
    assertEquals(1_500, stream.wholeSources());
    assertEquals(1_000, stream.part().sources());
    assertEquals(1_500, stream.evidences().get(0).shares().get(0).messages());
    assertEquals(501, stream.evidences().get(0).shares().get(999).messages());
  }

  @Test
  void whatIsExplainedStandsInTheOrderOfTheStreams() {
    List<Observation> observations =
        List.of(
            Mail.from("example.com").ip("192.0.2.1").spf("example.com pass").observation(),
            Mail.from("example.com")
                .ip("54.240.8.13")
                .dkim("amazonses.com pass")
                .messages(5)
                .observation());
    Analysis analysis = Analysis.of(observations, Mail.SUFFIXES, SenderProfiles.standard());
    assertEquals(
        analysis.domains().get(0).streams(),
        explained(analysis).stream().map(Explained.Stream::part).toList());
  }

  private static List<Explained.Stream> explained(Analysis analysis) {
    return analysis.explained().getOrDefault(new DomainName("example.com"), List.of());
  }

  static Explained explain(String source, Mail... mail) {
    return explain(source, Arrays.stream(mail).map(Mail::observation).toList());
  }

  static Explained explain(String source, List<Observation> observations) {
    Analysis.Collector collector = new Analysis.Collector(Mail.SUFFIXES, SenderProfiles.standard());
    observations.forEach(collector::add);
    return collector.explain(SourceName.parse(source).orElseThrow());
  }

  private static String code(List<Recommendation> changes) {
    return changes.stream().map(Recommendation::word).collect(Collectors.joining("+"));
  }
}
