package dmarcreports.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.result.SourceFindings;
import dmarcreports.analysis.result.StreamFindings;
import dmarcreports.analysis.sender.SenderProfiles;
import dmarcreports.analysis.stream.Diagnosis;
import dmarcreports.analysis.stream.StreamClass;
import dmarcreports.analysis.stream.StreamClassTest;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.report.AggregateRecord;
import dmarcreports.report.DomainName;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The findings of whole domains, and records that real reports hold. */
class AnalysisTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "",
      textBlock =
          """
          # F | spf | dkim | words | ip | reason | class | sender
          example.org        | us-west-2.amazonses.com pass        | amazonses.com pass,example.org pass        | fail/pass | 54.240.27.190 | | OK_DKIM_ONLY | Amazon SES
          stalw.art          | amazonses.com pass mfrom            | stalw.art pass,amazonses.com pass          | fail/pass | 54.240.8.13   | | OK_DKIM_ONLY | Amazon SES
          billing.webhook.co | bounce.billing.webhook.co pass      | billing.webhook.co pass,amazonses.com pass | pass/pass | 54.240.42.185 | | HEALTHY      | Amazon SES
          example.com        | gmail.com pass                      | example.com pass,amazonses.com pass        | fail/pass | 209.85.220.41 | | FORWARDED_OK | Amazon SES
          example.com        | eu-west-1.amazonses.com pass        | amazonses.com pass                         | fail/fail | 54.240.8.14   | | SES_UNALIGNED | Amazon SES
          # a list that changed the mail
          stalw.art          | topicbox.com pass mfrom             | stalw.art fail,topicbox.com pass           | fail/fail | 192.0.2.7     | trusted_forwarder | LIST_OR_FORWARD_BROKEN | topicbox.com
          # fails SPF for its own name, unsigned: anybody's
          example.com        | example.com fail mfrom              |                                            | fail/fail | 192.0.2.8     | | UNKNOWN          |
          # passes everything, but for the service alone
          example.com        | sendgrid.net pass                   | sendgrid.net pass                          | fail/fail | 192.0.2.9     | | VENDOR_UNALIGNED | Twilio SendGrid
          """)
  void readsRealRecords(
      String author,
      String spf,
      String dkim,
      String words,
      String ip,
      String reason,
      StreamClass streamClass,
      String sender) {
    Diagnosis diagnosis =
        Mail.from(author).spf(spf).dkim(dkim).words(words).ip(ip).reason(reason).diagnosis();
    assertEquals(streamClass, diagnosis.streamClass());
    assertEquals(sender == null ? "" : sender, diagnosis.sender());
  }

  @Test
  void sumsByDomainSourceAndDay() {
    Mail ses = Mail.from("example.com").spf("amazonses.com pass").dkim("amazonses.com pass");
    Analysis analysis =
        Mail.analyze(
            ses.messages(3).ip("54.240.8.1").treated("quarantine/quarantine"),
            Mail.from("example.com")
                .spf("amazonses.com pass")
                .dkim("amazonses.com pass")
                .messages(4)
                .ip("54.240.8.2")
                .day("2026-01-12")
                .treated("reject/none"),
            Mail.from("news.example.com").spf("example.com pass").messages(5).ip("192.0.2.1"),
            Mail.from("example.org").spf("example.org pass").dkim("example.org pass"));
    assertEquals(
        List.of("example.com", "example.org"),
        analysis.domains().stream().map(DomainFindings::domain).map(DomainName::text).toList());
    DomainFindings domain = analysis.domains().get(0);
    assertEquals(new Tally(12, 5, 7, 0, 5, 0, 3, 0, 4), domain.tally());
    assertEquals(OptionalDouble.of(5.0 / 12), domain.tally().passRate());
    assertEquals(LocalDate.parse("2026-01-10"), domain.firstSeen());
    assertEquals(LocalDate.parse("2026-01-12"), domain.lastSeen());
    assertEquals(List.of(8L, 4L), domain.days().stream().map(d -> d.tally().messages()).toList());
    assertEquals(
        List.of("54.240.8.2", "54.240.8.1", "192.0.2.1"),
        domain.sources().stream().map(s -> s.sourceIp().orElseThrow().text()).toList());
    StreamFindings stream = domain.streams().get(0);
    assertEquals("amazon-ses", stream.sourceGroup());
    assertEquals(2, stream.sources());
    assertEquals("192.0.2.0/24", domain.streams().get(1).sourceGroup());
    assertTrue(analysis.domains().get(1).tally().passRate().isPresent());
    assertTrue(Tally.EMPTY.passRate().isEmpty());
  }

  @Test
  void headlineIsWhatFailsMost() {
    Mail passing = Mail.from("example.com").spf("example.com pass").dkim("example.com pass");
    Mail failing = Mail.from("example.com").spf("other.org pass");
    SourceFindings source =
        Mail.analyze(passing.messages(100), failing.messages(1)).domains().get(0).sources().get(0);
    assertEquals(StreamClass.UNKNOWN_THIRD_PARTY, source.diagnosis().streamClass());
    assertEquals(101, source.tally().messages());
    assertEquals(1, source.streams().get(0).tally().messages());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "",
      textBlock =
          """
          # spf | dkim | reason | ready for | blocked by
          example.com pass   | example.com pass   |                   | reject     |
          x.bad.org fail     |                    |                   | reject     |
          other.org pass     |                    |                   | reject     |
                             |                    |                   | reject     |
          amazonses.com pass | amazonses.com pass |                   | none       | amazon-ses
          sendgrid.net pass  | sendgrid.net pass  |                   | none       | twilio-sendgrid
          example.com fail   |                    |                   | quarantine | 192.0.2.0/24
          example.com fail   | example.com fail   | trusted_forwarder | quarantine | 192.0.2.0/24
          """)
  void knowsWhichPolicyLosesNothing(
      String spf, String dkim, String reason, String readyFor, String blockedBy) {
    DomainFindings domain =
        Mail.wellSeen(Mail.from("example.com").spf(spf).dkim(dkim).reason(reason));
    assertEquals(readyFor, Told.word(domain.readyFor()));
    assertEquals(blockedBy == null ? List.of() : List.of(blockedBy), domain.blockedBy());
  }

  @Test
  void newestPolicyIsInForce() {
    Mail strict =
        Mail.from("example.com")
            .modes("s/s")
            .spf("amazonses.com pass")
            .dkim("amazonses.com pass")
            .messages(9);
    Mail relaxed =
        Mail.from("example.com")
            .spf("amazonses.com pass")
            .dkim("amazonses.com pass")
            .day("2026-02-01");
    assertEquals(
        "easy_dkim custom_mail_from",
        StreamClassTest.codes(Mail.headline(strict, relaxed).diagnosis()));
  }

  @Test
  void dayThatLiesInTheFutureIsNeverToday() {
    List<Mail> mail =
        List.of(
            Mail.from("example.com").spf("x.bad.org fail").treated("quarantine/none"),
            Mail.from("example.com").spf("x.bad.org fail").treated("none/none").day("2025-12-01"),
            Mail.from("example.com")
                .spf("x.bad.org fail")
                .treated("reject/none")
                .day("2099-01-01"));
    assertEquals("2099-01-01 reject", todaysPolicy(Optional.empty(), mail));
    assertEquals("2026-01-10 quarantine", todaysPolicy(day("2026-01-12"), mail));
    assertEquals("2026-01-10 quarantine", todaysPolicy(day("2026-01-10"), mail));
    assertEquals("2025-12-01 none", todaysPolicy(day("2026-01-09"), mail));
    // Where all of it is to come, the last day has to do, with the policy of the first.
    assertEquals("2099-01-01 none", todaysPolicy(day("2025-01-01"), mail));
  }

  private static Optional<LocalDate> day(String day) {
    return Optional.of(LocalDate.parse(day));
  }

  private static String todaysPolicy(Optional<LocalDate> newest, List<Mail> mail) {
    Analysis.Collector collector = new Analysis.Collector(Mail.SUFFIXES, SenderProfiles.standard());
    collector.upTo(newest);
    mail.stream().map(Mail::observation).forEach(collector::add);
    DomainFindings domain = collector.finish().domains().get(0);
    return domain.today() + " " + Told.word(domain.readiness().get(0).published());
  }

  @Test
  void recordIsDiagnosedAsItsStreamIs() {
    Mail ses = Mail.from("example.com").spf("amazonses.com pass").dkim("amazonses.com pass");
    Mail forged = Mail.from("example.com").spf("x.bad.org fail");
    Analysis.Collector collector = new Analysis.Collector(Mail.SUFFIXES, SenderProfiles.standard());
    collector.add(ses.observation());
    collector.add(forged.observation());
    RecordDiagnoses diagnoses = collector.diagnoses();
    assertEquals(StreamClass.SES_UNALIGNED, diagnoses.of(record(ses)).streamClass());
    assertEquals(StreamClass.SPOOF_SUSPECT, diagnoses.of(record(forged)).streamClass());
    AggregateRecord elsewhere = record(ses.ip("198.51.100.1"));
    assertThrows(IllegalArgumentException.class, () -> diagnoses.of(elsewhere));
  }

  /** Else a report with many sources would take time by the square of their number. */
  @Test
  void theDiagnosisOfAStreamIsMadeOnceForAllItsRecords() {
    Mail ses = Mail.from("example.com").spf("amazonses.com pass").dkim("amazonses.com pass");
    Analysis.Collector collector = new Analysis.Collector(Mail.SUFFIXES, SenderProfiles.standard());
    collector.add(ses.ip("192.0.2.1").observation());
    collector.add(ses.ip("192.0.2.2").observation());
    RecordDiagnoses diagnoses = collector.diagnoses();
    assertSame(
        diagnoses.of(record(ses.ip("192.0.2.1"))), diagnoses.of(record(ses.ip("192.0.2.2"))));
  }

  private static AggregateRecord record(Mail mail) {
    return new AggregateRecord(mail.observation().sourceIp(), mail.messages(), mail.evidence());
  }

  @Test
  void tallyIsThatOfAllDomains() {
    Analysis.Collector collector = new Analysis.Collector(Mail.SUFFIXES, SenderProfiles.standard());
    collector.add(Mail.from("example.com").spf("example.com pass").messages(3).observation());
    collector.add(Mail.from("example.org").spf("x.bad.org fail").messages(4).observation());
    assertEquals(new Tally(7, 3, 4, 0, 3, 0, 0, 0, 0), collector.tally());
  }

  @Test
  void sourceIsAdvisedWhatEachOfItsFailingStreamsIs() {
    Mail unsigned = Mail.from("example.com").spf("example.com pass").messages(9);
    Mail ses = Mail.from("example.com").spf("amazonses.com pass").dkim("amazonses.com pass");
    Mail sendgrid = Mail.from("example.com").spf("sendgrid.net pass").dkim("sendgrid.net pass");
    SourceFindings source =
        Mail.analyze(unsigned, ses.messages(3), sendgrid.messages(2))
            .domains()
            .get(0)
            .sources()
            .get(0);
    assertEquals(
        "easy_dkim custom_mail_from vendor_dkim vendor_return_path ask_owner",
        StreamClassTest.codes(source.diagnosis()));
    assertEquals(3, source.diagnosis().repairedMin());
    assertEquals(5, source.diagnosis().repairedMax());
  }

  @Test
  void addressThatAmazonProvedToBeItsOwnStaysSo() {
    Mail ses = Mail.from("example.com").spf("amazonses.com pass").dkim("amazonses.com pass");
    Mail customer =
        Mail.from("example.com").spf("tool.example.net pass").dkim("amazonses.com pass");
    assertEquals(
        "Amazon SES",
        Mail.analyze(customer).domains().get(0).streams().get(0).diagnosis().sender());
    assertEquals(
        List.of("Amazon SES", "example.net"),
        Mail.analyze(ses.messages(2), customer).domains().get(0).streams().stream()
            .map(s -> s.diagnosis().sender())
            .toList());
  }
}
