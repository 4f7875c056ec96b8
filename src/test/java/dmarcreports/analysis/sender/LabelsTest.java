package dmarcreports.analysis.sender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.analysis.English;
import dmarcreports.analysis.Mail;
import dmarcreports.analysis.Told;
import dmarcreports.analysis.change.Confidence;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.result.StreamFindings;
import dmarcreports.analysis.sender.SenderLabel.Ownership;
import dmarcreports.analysis.stream.Diagnosis;
import dmarcreports.analysis.stream.StreamClass;
import dmarcreports.analysis.stream.StreamClassTest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the owner says of senders, and what it changes. */
class LabelsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "",
      textBlock =
          """
          # spf | dkim | match | label | class | confidence | recommendations | ready for | group
          # ours corroborates: decisions 7, 13 and 16
          example.com fail     |                  | 192.0.2.0/24 | OURS  | OWN_SPF      | CERTAIN | authorize_in_spf publish_dkim | none | 192.0.2.0/24
          example.com softfail |                  | 192.0.2.1    | OURS  | OWN_SPF      | CERTAIN | authorize_in_spf publish_dkim | none | 192.0.2.0/24
          example.com permerror |                 | 192.0.2.1    | OURS  | OWN_SPF      | CERTAIN | repair_spf publish_dkim       | none | 192.0.2.0/24
                               | example.com fail | 192.0.2.1    | OURS  | OWN_DKIM     | CERTAIN | repair_dkim                   | none | 192.0.2.0/24
                               | example.com permerror | 192.0.2.1 | OURS | OWN_DKIM    | CERTAIN | repair_dkim                   | none | 192.0.2.0/24
          example.com fail     |                  | 192.0.3.0/24 | OURS  | UNKNOWN      | GUESS   | ask_owner publish_dkim        | quarantine | 192.0.2.0/24
          # whose answer is given is not asked
                               |                  | 192.0.2.1    | OURS  | UNKNOWN      | GUESS   | publish_dkim                  | none | 192.0.2.0/24
          x.bad.org fail       |                  | 192.0.2.1    | OURS  | UNKNOWN      | GUESS   | publish_dkim                  | none | 192.0.2.0/24
          # a service of the table, by name, by slug, by domain, by address: decision 6
          sendgrid.net pass    | sendgrid.net pass | Twilio SendGrid | OURS | VENDOR_UNALIGNED | CERTAIN | vendor_dkim vendor_return_path | none | twilio-sendgrid
          sendgrid.net pass    | sendgrid.net pass | twilio-sendgrid | OURS | VENDOR_UNALIGNED | CERTAIN | vendor_dkim vendor_return_path | none | twilio-sendgrid
          u1.sendgrid.net pass |                   | sendgrid.net    | OURS | VENDOR_UNALIGNED | CERTAIN | vendor_dkim vendor_return_path | none | twilio-sendgrid
          sendgrid.net pass    |                   | 192.0.2.1       | OURS | VENDOR_UNALIGNED | CERTAIN | vendor_dkim vendor_return_path | none | twilio-sendgrid
          mcsv.net pass        | mcsv.net pass     | Mailchimp       | OURS | VENDOR_UNALIGNED | CERTAIN | vendor_dkim                    | none | mailchimp
          # a service that only the owner knows
          mail.other.org pass  |                   | other.org       | OURS | VENDOR_UNALIGNED | CERTAIN | vendor_dkim | none | other-org
                               | other.org pass    | other.org       | OURS | VENDOR_UNALIGNED | CERTAIN | vendor_dkim | none | other-org
          other.org pass       |                   | 192.0.2.0/24    | OURS | VENDOR_UNALIGNED | CERTAIN | vendor_dkim | none | other-org
          other.org pass       |                   | another.org     | OURS | UNKNOWN_THIRD_PARTY | GUESS | ask_owner  | reject | 192.0.2.0/24
          # what a list passes on is no service of ours
          other.org pass       | example.com fail,other.org pass | 192.0.2.1 | OURS | LIST_OR_FORWARD_BROKEN | GUESS | none | none | 192.0.2.0/24
          # ses is ours anyway
          amazonses.com pass   | amazonses.com pass | amazon-ses     | OURS | SES_UNALIGNED | CERTAIN | easy_dkim custom_mail_from | none | amazon-ses
          # theirs: spoofing with certainty, whoever it is; no policy is held back by it
          amazonses.com pass   | amazonses.com pass | Amazon SES     | THEIRS | SPOOF_SUSPECT | CERTAIN | enforce_policy | reject | amazon-ses
          sendgrid.net pass    | sendgrid.net pass  | sendgrid.net   | THEIRS | SPOOF_SUSPECT | CERTAIN | enforce_policy | reject | twilio-sendgrid
          other.org pass       |                    | other.org      | THEIRS | SPOOF_SUSPECT | CERTAIN | enforce_policy | reject | 192.0.2.0/24
          example.com fail     |                    | 192.0.2.1      | THEIRS | SPOOF_SUSPECT | CERTAIN | enforce_policy | reject | 192.0.2.0/24
          example.com fail     | example.com fail   | 192.0.2.1      | THEIRS | SPOOF_SUSPECT | CERTAIN | enforce_policy | reject | 192.0.2.0/24
                               |                    | 192.0.2.1      | THEIRS | SPOOF_SUSPECT | CERTAIN | enforce_policy | reject | 192.0.2.0/24
          # forwarder: as the receiver's own word
          example.com fail     |                    | 192.0.2.1      | FORWARDER | LIST_OR_FORWARD_BROKEN | LIKELY | publish_dkim | quarantine | 192.0.2.0/24
          example.com fail     | example.com fail   | 192.0.2.1      | FORWARDER | LIST_OR_FORWARD_BROKEN | LIKELY | none         | quarantine | 192.0.2.0/24
          x.bad.org fail       |                    | 192.0.2.1      | FORWARDER | LIST_OR_FORWARD_BROKEN | LIKELY | publish_dkim | quarantine | 192.0.2.0/24
          mail.other.org pass  |                    | other.org      | FORWARDER | LIST_OR_FORWARD_BROKEN | LIKELY | publish_dkim | quarantine | 192.0.2.0/24
          other.org pass       | example.com pass   | other.org      | FORWARDER | FORWARDED_OK | LIKELY | none | reject | 192.0.2.0/24
          other.org pass       | amazonses.com pass | 192.0.2.1      | FORWARDER | SES_UNALIGNED | CERTAIN | easy_dkim | none | amazon-ses
          # mail that passes stays as it is
          example.com pass     | example.com pass   | 192.0.2.1      | THEIRS | HEALTHY | CERTAIN | none | reject | 192.0.2.0/24
          """)
  void changeClassConfidenceAdviceAndReadiness(
      String spf,
      String dkim,
      String match,
      Ownership ownership,
      StreamClass streamClass,
      Confidence confidence,
      String recommendations,
      String readyFor,
      String group) {
    DomainFindings domain =
        domain(match, "", ownership, Mail.from("example.com").spf(spf).dkim(dkim));
    StreamFindings stream = Mail.other(domain);
    assertEquals(streamClass, stream.diagnosis().streamClass());
    assertEquals(confidence, stream.diagnosis().confidence());
    assertEquals(recommendations, StreamClassTest.codes(stream.diagnosis()));
    assertEquals(readyFor, Told.word(domain.readyFor()));
    assertEquals(readyFor.equals("reject") ? List.of() : List.of(group), domain.blockedBy());
    assertEquals(group, stream.sourceGroup());
  }

  /** A forwarder of our own signed mail must not be listed in our SPF record. */
  @ParameterizedTest
  @ValueSource(strings = {"example.com", "sendgrid.net", "Twilio SendGrid"})
  void whoIsOursByWhatItProvesVouchesForNoAddress(String match) {
    Mail forwarded =
        Mail.from("example.com").spf("example.com fail").dkim("example.com pass,sendgrid.net pass");
    Diagnosis diagnosis = Mail.other(domain(match, "", Ownership.OURS, forwarded)).diagnosis();
    assertEquals("none", StreamClassTest.codes(diagnosis));
  }

  @Test
  void ownIdentitiesNeedNoLabel() {
    Mail claim = Mail.from("example.com").spf("example.com fail").dkim("example.com fail");
    assertEquals(
        StreamClass.UNKNOWN,
        Mail.other(domain("example.com", "", Ownership.OURS, claim)).diagnosis().streamClass());
  }

  @Test
  void theFirstLabelThatMatchesCounts() {
    SenderProfiles profiles =
        SenderProfiles.standard()
            .withLabels(
                List.of(
                    new SenderLabel("192.0.2.7", "", Ownership.THEIRS),
                    new SenderLabel("192.0.2.0/24", "", Ownership.OURS)));
    Mail claim = Mail.from("example.com").spf("example.com fail");
    assertEquals(
        StreamClass.SPOOF_SUSPECT,
        Mail.analyze(profiles, claim.ip("192.0.2.7"))
            .domains()
            .get(0)
            .streams()
            .get(0)
            .diagnosis()
            .streamClass());
    assertEquals(
        StreamClass.OWN_SPF,
        Mail.analyze(profiles, claim.ip("192.0.2.8"))
            .domains()
            .get(0)
            .streams()
            .get(0)
            .diagnosis()
            .streamClass());
  }

  @Test
  void theNameOfTheOwnerIsShown() {
    Mail mail = Mail.from("example.com").spf("mail.other.org pass");
    StreamFindings stream = Mail.other(domain("other.org", "Our newsletter", Ownership.OURS, mail));
    assertEquals("Our newsletter", stream.diagnosis().sender());
    assertEquals("our-newsletter", stream.sourceGroup());
    assertFalse(English.of(stream.diagnosis().explanation()).contains("If this service is yours"));
    assertEquals(
        "other.org", Mail.other(domain("other.org", "会報", Ownership.OURS, mail)).sourceGroup());
  }

  /** Reports show no trace of Resend; the owner who names it gets its words. */
  @Test
  void aNameOfTheTableBringsItsWords() {
    Mail mail = Mail.from("example.com").spf("mail.other.org pass");
    Diagnosis diagnosis =
        Mail.other(domain("other.org", "stripe", Ownership.OURS, mail)).diagnosis();
    assertEquals("vendor_dkim vendor_return_path", StreamClassTest.codes(diagnosis));
  }

  @Test
  void theirsIsExplained() {
    Mail mail = Mail.from("example.com").spf("other.org pass");
    String explanation =
        English.of(
            Mail.other(domain("other.org", "", Ownership.THEIRS, mail)).diagnosis().explanation());
    assertTrue(explanation.startsWith("You said that this sender is not yours."), explanation);
    assertTrue(explanation.contains("proves only itself"), explanation);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "",
      textBlock =
          """
          192.0.2.0/24    |
          2001:db8::1     |
          mail.other.org  |
          BÜCHER.example  |
          Twilio SendGrid |
          google-groups   |
          Resend          | no trace
          Twilio Sendgird | no network
          192.0.2.0/33    | no network
          300.1.1.1       | no network
          sendgrid        | no network
          """)
  void aMatchThatNeverMatchesIsTold(String match, String flaw) {
    Optional<String> told = SenderProfiles.standard().flawOfMatch(match).map(English::of);
    assertEquals(flaw != null, told.isPresent());
    assertTrue(flaw == null || told.get().contains(flaw), told.toString());
  }

  private static DomainFindings domain(String match, String name, Ownership ownership, Mail mail) {
    SenderProfiles profiles =
        SenderProfiles.standard().withLabels(List.of(new SenderLabel(match, name, ownership)));
    return Mail.wellSeen(profiles, mail);
  }
}
