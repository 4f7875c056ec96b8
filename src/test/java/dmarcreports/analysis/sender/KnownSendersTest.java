package dmarcreports.analysis.sender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.analysis.Mail;
import dmarcreports.analysis.SpokenRemedy;
import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.change.Confidence;
import dmarcreports.analysis.stream.Diagnosis;
import dmarcreports.analysis.stream.StreamClass;
import dmarcreports.analysis.stream.StreamClassTest;
import dmarcreports.report.DomainName;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each service as its mail shows in reports, set up for nothing. */
class KnownSendersTest {
  private static final String VENDOR = "vendor_dkim ask_owner";
  private static final String VENDOR_BOTH = "vendor_dkim vendor_return_path ask_owner";

  static Stream<SenderProfile> senders() {
    return KnownSenders.ALL.stream().filter(SenderProfile::isSender);
  }

  static Stream<SenderProfile> othersThanSenders() {
    return KnownSenders.ALL.stream().filter(p -> !p.isSender());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "",
      textBlock =
          """
          # spf passes for | dkim passes for | sender | can SPF align
          sendgrid.net                    | sendgrid.net              | Twilio SendGrid            | yes
                                          | sendgrid.info             | Twilio SendGrid            | yes
          mail79.suw15.mcsv.net           | mcsv.net                  | Mailchimp                  | no
          mail2.mcdlv.net                 |                           | Mailchimp                  | no
          mail3.rsgsv.net                 | fbl.mcsv.net              | Mailchimp                  | no
          mandrillapp.com                 | mandrillapp.com           | Mailchimp Transactional    | yes
          mailgun.org                     | mailgun.org               | Mailgun                    | yes
          pm.mtasv.net                    | pm.mtasv.net              | Postmark                   | yes
          aa.d.sender-sib.com             | sendinblue.com            | Brevo                      | no
          bi.d.mailin.fr                  | sendinblue.com            | Brevo                      | no
          bounce.x.hubspotemail.net       | hubspotemail.net          | HubSpot                    | no
          x.bnc.salesforce.com            |                           | Salesforce                 | no
          bounce.s7.exacttarget.com       | exacttarget.com           | Salesforce Marketing Cloud | yes
          zendesk.com                     | zendesk.com               | Zendesk                    | yes
          emailus.freshdesk.com           | freshdesk.com             | Freshdesk                  | yes
          klaviyomail.com                 | klaviyomail.com           | Klaviyo                    | yes
          s15.avl4.acemsrvd.com           |                           | ActiveCampaign             | yes
          x.emsd1.com                     |                           | ActiveCampaign             | yes
          in.constantcontact.com          | ccsend.com                | Constant Contact           | no
          sparkpostmail.com               | sparkpostmail.com         | SparkPost                  | yes
          x.zcsend.net                    | zcsend.net                | Zoho Campaigns             | yes
                                          | messagingengine.com       | Fastmail                   | yes
          shopifyemail.com                | shopifyemail.com          | Shopify                    | yes
                                          | smtpcorp.com              | SMTP2GO                    | yes
          cmail20.com                     | createsend.com            | Campaign Monitor           | no
          cmail1.com                      |                           | Campaign Monitor           | no
          example.onmicrosoft.com         | example.onmicrosoft.com   | Microsoft 365              | yes
          a1.bnc3.mailjet.com             | bnc3.mailjet.com          | Mailjet                    | yes
          em-sj-77.mktomail.com           | mktdns.com                | Marketo                    | yes
          bounces.elasticemail.net        | elasticemail.com          | Elastic Email              | yes
          email-od.com                    | email-od.com              | SocketLabs                 | no
          atlassian-bounces.atlassian.net | atlassian.net             | Atlassian                  | yes
          x.intercom-mail.com             | intercom-mail.com         | Intercom                   | yes
          mlsend.com                      | mlsend.com                | MailerLite                 | yes
                                          | mailersend.net            | MailerSend                 | yes
          mailer.mailpace.com             |                           | MailPace                   | yes
          convertkit-mail2.com            | convertkit-mail2.com      | Kit                        | yes
          send.aweber.com                 | send.aweber.com           | AWeber                     | no
                                          | getresponse-mail.com      | GetResponse                | no
                                          | responsys.net             | Oracle Responsys           | no
          other.example.net               | example-com.20230601.gappssmtp.com | Google Workspace  | no
          """)
  void mailOfEachServiceIsRecognised(String spf, String dkim, String sender, String canAlign) {
    Diagnosis diagnosis = Mail.from("example.com").spf(passes(spf)).dkim(passes(dkim)).diagnosis();
    assertEquals(sender, diagnosis.sender());
    assertEquals(StreamClass.VENDOR_UNALIGNED, diagnosis.streamClass());
    assertEquals(Confidence.LIKELY, diagnosis.confidence());
    assertEquals(
        canAlign.equals("yes") ? VENDOR_BOTH : VENDOR, StreamClassTest.codes(diagnosis), sender);
  }

  /** Klaviyo signs as a name below the domain: under adkim=s that alone repairs nothing. */
  @ParameterizedTest
  @CsvSource({
    "r/r, vendor_dkim vendor_return_path ask_owner",
    "r/s, vendor_dkim relax_adkim vendor_return_path ask_owner",
    "s/s, vendor_dkim relax_adkim ask_owner"
  })
  void signingBelowTheDomainIsAdvisedWithWhatMakesItCount(String modes, String codes) {
    Mail klaviyo = Mail.from("example.com").spf("klaviyomail.com pass");
    Diagnosis diagnosis = klaviyo.dkim("klaviyomail.com pass").modes(modes).diagnosis();
    assertEquals(codes, StreamClassTest.codes(diagnosis));
    List<Action> actions =
        Mail.analyze(klaviyo.dkim("klaviyomail.com pass").modes(modes)).domains().get(0).actions();
    assertEquals(
        codes.contains("relax") ? "vendor_dkim+relax_adkim" : "vendor_dkim", actions.get(0).code());
  }

  /** Mail that passes by SPF alone is not told to relax the record for a second proof. */
  @Test
  void aSecondProofIsAdvisedOnlyWhereItCounts() {
    Mail klaviyo =
        Mail.from("example.com").spf("example.com pass").dkim("klaviyomail.com pass").modes("r/s");
    assertEquals("none", StreamClassTest.codes(klaviyo.diagnosis()));
    assertEquals("vendor_dkim", StreamClassTest.codes(klaviyo.modes("r/r").diagnosis()));
  }

  @ParameterizedTest
  @CsvSource({
    "calendar-server.bounces.google.com, google.com, Google Calendar",
    "docusign.net, docusign.net, DocuSign"
  })
  void nobodyIsToldToMakeSignWhatCannot(String spf, String dkim, String sender) {
    Mail mail = Mail.from("example.com").spf(passes(spf)).dkim(passes(dkim));
    Diagnosis diagnosis = mail.diagnosis();
    assertEquals(sender, diagnosis.sender());
    assertEquals("ask_owner", StreamClassTest.codes(diagnosis));
    Action ask = Mail.analyze(mail).domains().get(0).actions().get(0);
    String steps = SpokenRemedy.of(ask.remedy()).steps().toString();
    assertTrue(steps.contains(sender.split(" ")[0] + " "), steps);
    assertTrue(steps.contains("in the name of whoever") || steps.contains("given up"), steps);
  }

  @ParameterizedTest
  @MethodSource("senders")
  void nobodyIsRecognisedByWhatDoesNotPass(SenderProfile profile) {
    for (String result : List.of("fail", "softfail", "neutral", "none", "permerror", "temperror")) {
      String spf = of(profile.spfSuffixes(), result);
      String dkim = of(profile.dkimSuffixes(), result.equals("softfail") ? "fail" : result);
      Diagnosis diagnosis = Mail.from("example.com").spf(spf).dkim(dkim).diagnosis();
      assertEquals("", diagnosis.sender());
      assertNotEquals(StreamClass.VENDOR_UNALIGNED, diagnosis.streamClass());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "",
      textBlock =
          """
          # the service's own staff and hosts: whose mail that is, nobody can tell
          stripe.com   | stripe.com
          shopify.com  | shopify.com
          smtp2go.com  | smtp2go.com
          freshemail.io | freshemail.io
          acems.com    | acems.com
          xsendgrid.net | xsendgrid.net
          """)
  void theCompanysOwnMailIsNotItsService(String spf, String dkim) {
    Diagnosis diagnosis = Mail.from("example.com").spf(passes(spf)).dkim(passes(dkim)).diagnosis();
    assertEquals(StreamClass.UNKNOWN_THIRD_PARTY, diagnosis.streamClass());
    assertEquals("ask_owner", StreamClassTest.codes(diagnosis));
  }

  @ParameterizedTest
  @MethodSource("othersThanSenders")
  void nobodyIsAskedToSetUpWhatOnlyPassesMailOn(SenderProfile profile) {
    String spf = of(profile.spfSuffixes(), "pass");
    Diagnosis unsigned = Mail.from("example.com").spf(spf).diagnosis();
    assertEquals(StreamClass.LIST_OR_FORWARD_BROKEN, unsigned.streamClass(), profile.name());
    assertEquals("publish_dkim", StreamClassTest.codes(unsigned));
    assertTrue(unsigned.viaForwarder());
    Diagnosis broken = Mail.from("example.com").spf(spf).dkim("example.com fail").diagnosis();
    assertEquals(StreamClass.LIST_OR_FORWARD_BROKEN, broken.streamClass());
    assertEquals("none", StreamClassTest.codes(broken));
    Diagnosis intact = Mail.from("example.com").spf(spf).dkim("example.com pass").diagnosis();
    assertEquals(StreamClass.FORWARDED_OK, intact.streamClass());
  }

  /** As such mail arrived in 2026: the return path is the forwarding domain's, both sign. */
  @Test
  void cloudflareIsKnownByItsSignature() {
    Diagnosis diagnosis =
        Mail.from("example.com")
            .spf("forwards.example.net pass")
            .dkim("cloudflare-email.net pass,forwards.example.net pass")
            .diagnosis();
    assertEquals(StreamClass.LIST_OR_FORWARD_BROKEN, diagnosis.streamClass());
  }

  @Test
  void returnPathAtTheDomainItselfIsAdvisedInStrictModeToo() {
    Mail zendesk = Mail.from("example.com").spf("zendesk.com pass").dkim("zendesk.com pass");
    assertEquals(VENDOR_BOTH, StreamClassTest.codes(zendesk.modes("s/r").diagnosis()));
    Mail sendgrid = Mail.from("example.com").spf("sendgrid.net pass").dkim("sendgrid.net pass");
    assertEquals(VENDOR, StreamClassTest.codes(sendgrid.modes("s/r").diagnosis()));
  }

  private static String passes(String domain) {
    return domain == null ? "" : domain + " pass";
  }

  private static String of(List<DomainName> domains, String result) {
    return domains.isEmpty() ? "" : domains.get(0) + " " + result;
  }
}
