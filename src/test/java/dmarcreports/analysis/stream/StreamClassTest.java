package dmarcreports.analysis.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.analysis.Analysis;
import dmarcreports.analysis.English;
import dmarcreports.analysis.Mail;
import dmarcreports.analysis.alignment.Cause;
import dmarcreports.analysis.change.Confidence;
import dmarcreports.analysis.change.Recommendation;
import dmarcreports.analysis.sender.SenderLabel;
import dmarcreports.analysis.sender.SenderLabel.Ownership;
import dmarcreports.analysis.sender.SenderProfiles;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a stream is and what to do about it: the rows of the decision table, and its traps. */
public class StreamClassTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "",
      textBlock =
          """
          # F | aspf/adkim | spf | dkim | ip | class | confidence | failure | recommendations
          # Amazon SES, in the order of its acceptance table
          example.com        | r/r | us-west-2.amazonses.com pass | amazonses.com pass                        | 54.240.8.13    | SES_UNALIGNED       | CERTAIN | SPF_AND_DKIM_ALIGNMENT | easy_dkim custom_mail_from
          example.com        | s/s | us-west-2.amazonses.com pass | amazonses.com pass                        | 54.240.8.13    | SES_UNALIGNED       | CERTAIN | SPF_AND_DKIM_ALIGNMENT | easy_dkim custom_mail_from relax_aspf
          example.com        | s/r | mail.example.com pass        | amazonses.com pass                        | 54.240.8.13    | STRICT_MODE         | CERTAIN | SPF_AND_DKIM_ALIGNMENT | relax_aspf easy_dkim
          news.example.com   | r/s | amazonses.com pass           | example.com pass,amazonses.com pass       | 54.240.8.13    | STRICT_MODE         | CERTAIN | SPF_AND_DKIM_ALIGNMENT | relax_adkim own_identity
          bounce.example.com | s/s | bounce.example.com pass      | amazonses.com pass                        | 54.240.8.13    | OK_SPF_ONLY         | CERTAIN | NONE                   | own_identity easy_dkim
          example.com        | r/r | amazonses.com pass           | example.com pass,amazonses.com pass       | 54.240.8.13    | OK_DKIM_ONLY        | CERTAIN | NONE                   | custom_mail_from
          example.com        | r/r | gmail.com pass               | example.com pass,amazonses.com pass       | 209.85.220.41  | FORWARDED_OK        | LIKELY  | NONE                   | none
          example.com        | r/r | gmail.com pass               | amazonses.com pass                        | 209.85.220.41  | SES_UNALIGNED       | CERTAIN | SPF_AND_DKIM_ALIGNMENT | easy_dkim
          example.com        | r/r | bounce.vendor.com pass       | vendor.com pass,amazonses.com pass        | 54.240.8.13    | UNKNOWN_THIRD_PARTY | GUESS   | SPF_AND_DKIM_ALIGNMENT | ask_owner
          example.com        | r/r | bounce.sendgrid.net pass     | sendgrid.net pass,amazonses.com pass      | 54.240.8.13    | VENDOR_UNALIGNED    | LIKELY  | SPF_AND_DKIM_ALIGNMENT | vendor_dkim vendor_return_path ask_owner
          example.com        | r/r | amazonses.com pass           | example.com permerror,amazonses.com pass  | 54.240.8.13    | SES_DKIM_BROKEN     | CERTAIN | SPF_AND_DKIM_ALIGNMENT | repair_easy_dkim
          example.com        | r/r | example.com fail             | example.com fail                          | 192.0.2.1      | UNKNOWN             | GUESS   | AUTHENTICATION         | ask_owner repair_dkim
          example.com        | r/r | x.bad.org softfail           |                                           | 192.0.2.1      | SPOOF_SUSPECT       | GUESS   | AUTHENTICATION         | enforce_policy
          # the other rows, in the order of the table
          -                  | r/r | example.com pass             | example.com pass                          |                | INVALID_FROM        | CERTAIN | SPF_AND_DKIM_ALIGNMENT         | none
          example.com        | r/r | example.com pass             | mail.example.com pass                     |                | HEALTHY             | CERTAIN | NONE                   | none
          example.com        | r/r | example.com fail             | example.com pass                          |                | OK_DKIM_ONLY        | CERTAIN | NONE                   | none
          example.com        | r/r | other.org pass               | example.com pass                          |                | OK_DKIM_ONLY        | CERTAIN | NONE                   | none
          example.com        | s/r | mail.example.com pass        | example.com pass                          |                | OK_DKIM_ONLY        | CERTAIN | NONE                   | relax_aspf
          example.com        | s/r | amazonses.com pass           | example.com pass,amazonses.com pass       | 54.240.8.13    | OK_DKIM_ONLY        | CERTAIN | NONE                   | none
          example.com        | r/r | sendgrid.net pass            | example.com pass                          |                | OK_DKIM_ONLY        | CERTAIN | NONE                   | vendor_return_path
          example.com        | r/r | mcsv.net pass                | example.com pass                          |                | OK_DKIM_ONLY        | CERTAIN | NONE                   | none
          example.com        | r/r | example.com pass             |                                           |                | OK_SPF_ONLY         | CERTAIN | NONE                   | publish_dkim
          example.com        | r/r | example.com pass             | example.com fail                          |                | OK_SPF_ONLY         | CERTAIN | NONE                   | repair_dkim
          example.com        | r/s | example.com pass             | mail.example.com pass                     |                | OK_SPF_ONLY         | CERTAIN | NONE                   | relax_adkim own_identity
          example.com        | r/r | example.com temperror        |                                           |                | TRANSIENT           | LIKELY  | AUTHENTICATION         | wait
          example.com        | r/r |                              | example.com temperror                     |                | TRANSIENT           | LIKELY  | AUTHENTICATION         | wait
          example.com        | r/r | example.com temperror        | other.org fail                            |                | UNKNOWN             | GUESS   | AUTHENTICATION         | ask_owner publish_dkim
          example.com        | s/s | mail.example.com pass        | mail.example.com pass                     |                | STRICT_MODE         | CERTAIN | SPF_AND_DKIM_ALIGNMENT | relax_aspf relax_adkim own_identity
          example.com        | r/r | amazonses.com pass           | example.com fail,amazonses.com pass       | 54.240.8.13    | SES_DKIM_BROKEN     | CERTAIN | SPF_AND_DKIM_ALIGNMENT | repair_easy_dkim
          example.com        | r/r | amazonses.com pass           | example.com temperror,amazonses.com pass  | 54.240.8.13    | SES_DKIM_BROKEN     | GUESS   | SPF_AND_DKIM_ALIGNMENT | wait repair_easy_dkim
          example.com        | r/r | amazonses.com pass           | example.com neutral,amazonses.com pass    | 54.240.8.13    | SES_DKIM_BROKEN     | GUESS   | SPF_AND_DKIM_ALIGNMENT | repair_easy_dkim
          example.com        | r/r | amazonses.com pass           |                                           | 54.240.8.13    | SES_UNALIGNED       | CERTAIN | SPF_ALIGNMENT          | easy_dkim custom_mail_from
          example.com        | r/r | other.org fail               | amazonses.com pass                        | 192.0.2.1      | SES_UNALIGNED       | CERTAIN | DKIM_ALIGNMENT         | easy_dkim
          news.example.com   | r/s | amazonses.com pass           | amazonses.com pass                        | 54.240.8.13    | SES_UNALIGNED       | CERTAIN | SPF_AND_DKIM_ALIGNMENT | own_identity easy_dkim custom_mail_from
          example.com        | r/r | bounce.vendor.com pass       | amazonses.com pass                        | 54.240.8.13    | UNKNOWN_THIRD_PARTY | GUESS   | SPF_AND_DKIM_ALIGNMENT | ask_owner
          example.com        | r/r | bounce.vendor.com pass       | amazonses.com pass                        | 192.0.2.1      | SES_UNALIGNED       | CERTAIN | SPF_AND_DKIM_ALIGNMENT | easy_dkim
          example.com        | r/r | sendgrid.net pass            | sendgrid.net pass                         |                | VENDOR_UNALIGNED    | LIKELY  | SPF_AND_DKIM_ALIGNMENT | vendor_dkim vendor_return_path ask_owner
          example.com        | s/r | sendgrid.net pass            | sendgrid.net pass                         |                | VENDOR_UNALIGNED    | LIKELY  | SPF_AND_DKIM_ALIGNMENT | vendor_dkim ask_owner
          example.com        | r/r | mail1.mcsv.net pass          | mcsv.net pass                             |                | VENDOR_UNALIGNED    | LIKELY  | SPF_AND_DKIM_ALIGNMENT | vendor_dkim ask_owner
          example.com        | r/r | googlegroups.com pass        | example.com fail,googlegroups.com pass    |                | LIST_OR_FORWARD_BROKEN | LIKELY | SPF_AND_DKIM_ALIGNMENT | none
          example.com        | r/r | list.example.org pass        | example.com fail,example.org pass         |                | LIST_OR_FORWARD_BROKEN | GUESS  | SPF_AND_DKIM_ALIGNMENT | none
          example.com        | r/r | gmail.com pass               |                                           | 209.85.220.41  | LIST_OR_FORWARD_BROKEN | LIKELY | SPF_ALIGNMENT          | publish_dkim
          example.com        | r/r | gmail.com pass               | gmail.com pass                            | 209.85.220.41  | UNKNOWN_THIRD_PARTY | GUESS   | SPF_AND_DKIM_ALIGNMENT | ask_owner
          example.com        | r/r | other.org pass               |                                           |                | UNKNOWN_THIRD_PARTY | GUESS   | SPF_ALIGNMENT          | ask_owner
          example.com        | r/r | example.com fail             | other.org pass                            |                | UNKNOWN_THIRD_PARTY | GUESS   | DKIM_ALIGNMENT         | ask_owner
          example.com        | r/r |                              |                                           |                | UNKNOWN             | GUESS   | AUTHENTICATION         | ask_owner publish_dkim
          example.com        | r/r | example.com none             | example.com fail                          |                | UNKNOWN             | GUESS   | AUTHENTICATION         | ask_owner repair_dkim
          example.com        | r/r | example.com permerror        |                                           |                | UNKNOWN             | GUESS   | AUTHENTICATION         | repair_spf ask_owner publish_dkim
          example.com        | r/r | example.com pass helo        | other.org fail                            |                | UNKNOWN             | GUESS   | AUTHENTICATION         | ask_owner publish_dkim
          """)
  void classifies(
      String author,
      String modes,
      String spf,
      String dkim,
      String ip,
      StreamClass streamClass,
      Confidence confidence,
      Failure failure,
      String recommendations) {
    Mail mail = Mail.from(author).modes(modes).spf(spf).dkim(dkim).ip(ip);
    if (author.equals("-")) {
      mail.words("fail/fail");
    }
    Diagnosis diagnosis = mail.diagnosis();
    assertEquals(streamClass, diagnosis.streamClass());
    assertEquals(confidence, diagnosis.confidence());
    assertEquals(failure, diagnosis.failure());
    assertEquals(recommendations, codes(diagnosis));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "",
      textBlock =
          """
          # spf | dkim | words | reason | class | confidence
          amazonses.com pass | other.org pass   | pass/fail |                               | REPORTER_INCONSISTENT  | CERTAIN
          example.com pass   |                  | fail/fail |                               | REPORTER_INCONSISTENT  | CERTAIN
          example.com pass   | example.com pass | fail/pass |                               | OK_DKIM_ONLY           | CERTAIN
          other.org pass     | example.com pass | pass/pass |                               | HEALTHY                | CERTAIN
          example.com fail   | example.com pass | auto      | trusted_forwarder             | FORWARDED_OK           | LIKELY
          example.com fail   | example.com pass | auto      | forwarded                     | FORWARDED_OK           | LIKELY
          example.com fail   | example.com pass | auto      | local_policy: ARC = pass as[1] | FORWARDED_OK          | LIKELY
          example.com fail   | example.com pass | auto      | local_policy: whitelisted     | OK_DKIM_ONLY           | CERTAIN
          example.com fail   | example.com pass | auto      | local_policy: arc=fail        | OK_DKIM_ONLY           | CERTAIN
          example.com fail   | example.com fail | auto      | mailing_list                  | LIST_OR_FORWARD_BROKEN | LIKELY
          example.com fail   |                  | auto      | local_policy: arc=pass        | LIST_OR_FORWARD_BROKEN | LIKELY
          x.bad.org fail     |                  | auto      | trusted_forwarder             | LIST_OR_FORWARD_BROKEN | LIKELY
          """)
  void heedsReceiver(
      String spf,
      String dkim,
      String words,
      String reason,
      StreamClass streamClass,
      Confidence confidence) {
    Mail mail = Mail.from("example.com").spf(spf).dkim(dkim).reason(reason);
    Diagnosis diagnosis = (words.equals("auto") ? mail : mail.words(words)).diagnosis();
    assertEquals(streamClass, diagnosis.streamClass());
    assertEquals(confidence, diagnosis.confidence());
    assertEquals(
        reason != null && !reason.contains("whitelisted") && !reason.contains("fail"),
        diagnosis.viaForwarder());
  }

  @Test
  void ruleOfARowNamesAllThatItAsks() {
    assertEquals(
        "the From line names no domain or several", English.of(StreamClass.INVALID_FROM.rule()));
    assertEquals(
        "the mail does not pass DMARC; and you did not label the sender as somebody else's; and"
            + " a passing name proves that Amazon SES sends it",
        English.of(StreamClass.SES_UNALIGNED.rule()));
  }

  @Test
  void corroboratesSpfBySameAddress() {
    Mail failing = Mail.from("example.com").spf("news.example.com fail").messages(9);
    Mail aligned = Mail.from("example.com").spf("example.com pass");
    Diagnosis own = Mail.headline(failing, aligned).diagnosis();
    assertEquals(StreamClass.OWN_SPF, own.streamClass());
    assertEquals("authorize_in_spf publish_dkim", codes(own));
    assertEquals(Confidence.LIKELY, own.confidence());

    Diagnosis neighbour = Mail.headline(failing, aligned.ip("192.0.2.2")).diagnosis();
    assertEquals(StreamClass.UNKNOWN, neighbour.streamClass());
    assertFalse(codes(neighbour).contains("authorize_in_spf"));
  }

  @Test
  void alignedDkimDoesNotCorroborateSpf() {
    Mail failing = Mail.from("example.com").spf("example.com fail").messages(9);
    Mail forwarded = Mail.from("example.com").spf("example.com fail").dkim("example.com pass");
    assertEquals(StreamClass.UNKNOWN, Mail.headline(failing, forwarded).diagnosis().streamClass());
  }

  @Test
  void corroboratesDkimByGroupWithoutForwarder() {
    Mail failing = Mail.from("example.com").dkim("example.com fail").messages(9);
    Mail signed = Mail.from("example.com").dkim("example.com pass").ip("192.0.2.9");
    Diagnosis guess = Mail.headline(failing, signed).diagnosis();
    assertEquals(StreamClass.OWN_DKIM, guess.streamClass());
    assertEquals(Confidence.GUESS, guess.confidence());
    assertEquals("repair_dkim", codes(guess));

    Mail aligned = Mail.from("example.com").spf("example.com pass").ip("192.0.2.8");
    assertEquals(Confidence.LIKELY, Mail.headline(failing, aligned).diagnosis().confidence());

    Mail forwarded = Mail.from("example.com").dkim("example.com pass").reason("forwarded");
    assertEquals(
        StreamClass.UNKNOWN, Mail.headline(failing, signed, forwarded).diagnosis().streamClass());
  }

  @Test
  void errorsOfDnsOnThreeDaysAreMissingKey() {
    Mail[] days =
        List.of("2026-01-01", "2026-01-02", "2026-01-03").stream()
            .map(d -> Mail.from("example.com").spf("amazonses.com pass").ip("54.240.8.13").day(d))
            .map(m -> m.dkim("example.com temperror,amazonses.com pass"))
            .toArray(Mail[]::new);
    Diagnosis diagnosis = Mail.headline(days).diagnosis();
    assertEquals(Cause.OWN_PERMERROR, diagnosis.dkimCause());
    assertEquals(Confidence.LIKELY, diagnosis.confidence());
    assertEquals("repair_easy_dkim", codes(diagnosis));

    Mail[] two = Arrays.copyOf(days, 2);
    assertEquals(Cause.OWN_TEMPERROR, Mail.headline(two).diagnosis().dkimCause());

    Mail[] withPass = Arrays.copyOf(days, 4);
    withPass[3] =
        Mail.from("example.com")
            .spf("amazonses.com pass")
            .dkim("example.com pass,amazonses.com pass");
    assertEquals(Cause.OWN_TEMPERROR, Mail.headline(withPass).diagnosis().dkimCause());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "",
      textBlock =
          """
          # spf | dkim | match | ownership | class | confidence
          example.com fail   |                    | 192.0.2.0/24  | OURS      | OWN_SPF                | CERTAIN
                             | example.com fail   | 192.0.2.1     | OURS      | OWN_DKIM               | CERTAIN
          sendgrid.net pass  | sendgrid.net pass  | Twilio SendGrid | OURS    | VENDOR_UNALIGNED       | CERTAIN
          amazonses.com pass | amazonses.com pass | amazon-ses    | THEIRS    | SPOOF_SUSPECT          | CERTAIN
          other.org pass     |                    | other.org     | THEIRS    | SPOOF_SUSPECT          | CERTAIN
          mail.other.org pass |                   | other.org     | FORWARDER | LIST_OR_FORWARD_BROKEN | LIKELY
          other.org pass     | example.com pass   | other.org     | FORWARDER | FORWARDED_OK           | LIKELY
          example.com fail   |                    | 192.0.3.0/24  | OURS      | UNKNOWN                | GUESS
          """)
  void heedsLabels(
      String spf,
      String dkim,
      String match,
      Ownership ownership,
      StreamClass streamClass,
      Confidence confidence) {
    SenderProfiles profiles =
        SenderProfiles.standard().withLabels(List.of(new SenderLabel(match, "", ownership)));
    Diagnosis diagnosis =
        Mail.analyze(profiles, Mail.from("example.com").spf(spf).dkim(dkim))
            .domains()
            .get(0)
            .streams()
            .get(0)
            .diagnosis();
    assertEquals(streamClass, diagnosis.streamClass());
    assertEquals(confidence, diagnosis.confidence());
  }

  @Test
  void enforcedPolicyNeedsNoEnforcing() {
    Mail mail = Mail.from("example.com").spf("x.bad.org fail");
    assertEquals("none", codes(mail.treated("reject/reject").diagnosis()));
    assertEquals("enforce_policy", codes(mail.treated("reject/none").diagnosis()));
    assertEquals("enforce_policy", codes(mail.treated("quarantine/quarantine").diagnosis()));
  }

  @Test
  void addressThatSpfProvesIsAmazons() {
    Mail vendor = Mail.from("example.com").spf("bounce.vendor.com pass").dkim("amazonses.com pass");
    Mail proof = Mail.from("example.com").spf("amazonses.com pass").dkim("amazonses.com pass");
    Analysis together = Mail.analyze(vendor.messages(5), proof);
    assertEquals(
        StreamClass.UNKNOWN_THIRD_PARTY,
        together.domains().get(0).streams().get(0).diagnosis().streamClass());
    assertTrue(
        explanation(together.domains().get(0).streams().get(0).diagnosis())
            .endsWith("It was sent through Amazon SES."));
  }

  @Test
  void explainsInPlainWords() {
    assertEquals(
        "Sent through Amazon SES, which proves its own name (amazonses.com) and not yours"
            + " (example.com). Turn on Easy DKIM for example.com in every region and account that"
            + " sends; a custom MAIL FROM domain is the second lock.",
        explanation(
            Mail.from("example.com")
                .spf("amazonses.com pass")
                .dkim("amazonses.com pass")
                .diagnosis()));
    String bounce =
        explanation(Mail.from("example.com").spf("mta1.example.com fail").bounce().diagnosis());
    assertTrue(bounce.contains("The return path is empty"), bounce);
    String forwarded =
        explanation(
            Mail.from("example.com").spf("gmail.com pass").dkim("amazonses.com pass").diagnosis());
    assertTrue(
        forwarded.contains("Possibly forwarded") && !forwarded.contains("MAIL FROM"), forwarded);
    String strict =
        explanation(
            Mail.from("news.example.com").modes("r/s").dkim("example.com pass").diagnosis());
    assertTrue(strict.contains("adkim=s demands exactly news.example.com"), strict);
  }

  @Test
  void saysThatParentSignatureWouldNotAlign() {
    Diagnosis diagnosis =
        Mail.from("news.example.com")
            .modes("r/s")
            .spf("amazonses.com pass")
            .dkim("example.com permerror,amazonses.com pass")
            .diagnosis();
    assertEquals("repair_easy_dkim relax_adkim own_identity", codes(diagnosis));
    assertTrue(explanation(diagnosis).contains("would not align"));
  }

  private static String explanation(Diagnosis diagnosis) {
    return English.of(diagnosis.explanation());
  }

  public static String codes(Diagnosis diagnosis) {
    return diagnosis.recommendations().stream()
        .map(Recommendation::word)
        .collect(Collectors.joining(" "));
  }
}
