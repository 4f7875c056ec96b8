package dmarcreports.analysis.remedy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.analysis.SpokenRemedy;
import dmarcreports.analysis.change.Target;
import dmarcreports.analysis.sender.KnownSenders;
import dmarcreports.analysis.sender.Reach;
import dmarcreports.analysis.sender.SenderProfile;
import dmarcreports.dns.Snapshot;
import dmarcreports.report.DomainName;
import dmarcreports.report.Reports;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the owner of a domain is told to do at a service. */
public class VendorRemediesTest {

  static Stream<SenderProfile> senders() {
    return KnownSenders.ALL.stream().filter(SenderProfile::isSender);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "",
      textBlock =
          """
          # service | what its settings call signing | a record
          Amazon SES              | Easy DKIM                     | TOKEN1._domainkey.example.com. CNAME TOKEN1.SIGNING-HOSTED-ZONE.
          Resend                  | Add domain                    | resend._domainkey.example.com. TXT "FROM-THE-CONSOLE"
          Google Workspace        | Authenticate email            | google._domainkey.example.com. TXT "FROM-THE-CONSOLE"
          Microsoft 365           | Sign messages for this domain | selector1._domainkey.example.com. CNAME FROM-THE-CONSOLE.
          Twilio SendGrid         | Domain Authentication         | s1._domainkey.example.com. CNAME FROM-THE-CONSOLE.
          Mailchimp               | Authenticate domain           | k2._domainkey.example.com. CNAME dkim2.mcsv.net.
          Mailchimp Transactional | Sending Domains               | mte2._domainkey.example.com. CNAME dkim2.mandrillapp.com.
          Mailgun                 | Automatic Sender Security     | pdk2._domainkey.example.com. CNAME pdk2._domainkey.FROM-THE-CONSOLE.dkim1.mailgun.com.
          Postmark                | DKIM                          | SELECTOR._domainkey.example.com. TXT "FROM-THE-CONSOLE"
          Brevo                   | Authenticate this domain      | example.com. TXT "brevo-code:FROM-THE-CONSOLE"
          HubSpot                 | Connect email sending domain  | hs2-NNNNNN._domainkey.example.com. CNAME FROM-THE-CONSOLE.dkim.hubspotemail.net.
          Salesforce              | Leave Bounce Management on    | ALTERNATE-SELECTOR._domainkey.example.com. CNAME FROM-THE-CONSOLE.
          Salesforce Marketing Cloud | Sender Authentication Package (SAP) |
          Zendesk                 | Enable DKIM                   | zendesk1._domainkey.example.com. CNAME zendesk1._domainkey.zendesk.com.
          Freshdesk               | Configure DKIM                | SELECTOR3._domainkey.example.com. CNAME FROM-THE-CONSOLE.
          Klaviyo                 | Branded sending domain        | SENDING-NAME.example.com. NS FROM-THE-CONSOLE.
          Mailjet                 | Sending Domain Authentication | mailjet._domainkey.example.com. TXT "k=rsa; p=FROM-THE-CONSOLE"
          Marketo                 | SPF/DKIM                      | SELECTOR._domainkey.example.com. TXT "FROM-THE-CONSOLE"
          Atlassian               | Email domains                 | atlassian-NNNNNN._domainkey.example.com. CNAME FROM-THE-CONSOLE.
          iCloud custom domain    | Custom Email Domain           | sig1._domainkey.example.com. CNAME sig1.dkim.example.com.at.icloudmailadmin.com.
          Wix                     | Sending domain                |
          SocketLabs              | domain authentication         |
          ActiveCampaign          | Sending domain                | acdkim1._domainkey.example.com. CNAME dkim.acdkim1.acems1.com.
          Constant Contact        | Self-authenticate with DKIM   | ctct1._domainkey.example.com. CNAME FROM-THE-CONSOLE.
          SparkPost               | Sending Domain                | SELECTOR._domainkey.example.com. TXT "FROM-THE-CONSOLE"
          Zoho Campaigns          | DKIM                          | SELECTOR._domainkey.example.com. TXT "FROM-THE-CONSOLE"
          ZeptoMail               | DKIM verification             | SELECTOR._domainkey.example.com. TXT "FROM-THE-CONSOLE"
          Fastmail                | Domains                       | fm3._domainkey.example.com. CNAME FROM-THE-CONSOLE.
          OVH                     | DKIM                          | ovhmoNNNNNN-selector1._domainkey.example.com. CNAME FROM-THE-CONSOLE.dkim.mail.ovh.net.
          Shopify                 | Authenticate domain           | mailerNAME.example.com. CNAME FROM-THE-CONSOLE.email.myshopify.com.
          Stripe                  | Custom email domain           | TOKEN._domainkey.example.com. CNAME TOKEN.dkim.custom-email-domain.stripe.com.
          SMTP2GO                 | Verified sender domain        | sNNNNNN._domainkey.example.com. CNAME dkim.smtp2go.net.
          MailChannels            | no signature of its own       | SELECTOR._domainkey.example.com. TXT "v=DKIM1; p=YOUR-PUBLIC-KEY"
          Campaign Monitor        | DKIM authentication           | cm._domainkey.example.com. TXT "k=rsa; p=FROM-THE-CONSOLE"
          """)
  void signingIsNamedAsTheServiceNamesIt(String service, String setting, String record) {
    SpokenRemedy remedy = dkim(situation(service, "r/r", "example.com"));
    assertTrue(String.join(" ", remedy.steps()).contains(setting), remedy.toString());
    assertEquals(record == null, remedy.dnsRecords().isEmpty(), remedy.toString());
    assertTrue(record == null || remedy.dnsRecords().contains(record), remedy.toString());
    assertTrue(remedy.needs().contains(service) && remedy.needs().contains("example.com"));
  }

  @ParameterizedTest
  @MethodSource("senders")
  void eachServiceIsSpokenOfInItsOwnWords(SenderProfile profile) {
    SpokenRemedy signing = dkim(situation(profile.name(), "r/r", "example.com"));
    assertTrue(text(signing).contains(profile.signing().setting()), signing.toString());
    assertEquals(profile.signing().records().size(), signing.dnsRecords().size());
    SpokenRemedy path = returnPath(situation(profile.name(), "r/r", "example.com"));
    boolean canAlign = profile.spfCanAlign();
    assertTrue(!canAlign || text(path).contains(profile.returnPath().setting()), path.toString());
    assertEquals(canAlign ? profile.returnPath().records().size() : 0, path.dnsRecords().size());
    for (String said : List.of(text(signing), text(path))) {
      assertFalse(said.contains("{domain}"), said);
    }
  }

  /** HubSpot, Salesforce and Mailgun sign with either of two keys, and rotate them. */
  @ParameterizedTest
  @ValueSource(strings = {"HubSpot", "Salesforce", "Mailgun", "Mailchimp", "Microsoft 365"})
  void twoKeysArePublishedWhereTheServiceHasTwo(String service) {
    SpokenRemedy remedy = dkim(situation(service, "r/r", "example.com"));
    assertEquals(2, remedy.dnsRecords().size(), remedy.toString());
    assertTrue(remedy.dnsRecords().stream().allMatch(r -> r.contains(". CNAME ")));
  }

  @Test
  void bounceManagementStaysOn() {
    Situation salesforce = situation("Salesforce", "r/r", "example.com");
    for (SpokenRemedy remedy : List.of(dkim(salesforce), returnPath(salesforce))) {
      assertFalse(text(remedy).toLowerCase(Locale.ROOT).contains("turn off"), remedy.toString());
    }
  }

  @Test
  void whatSignsBelowTheDomainSaysSo() {
    SpokenRemedy relaxed = dkim(situation("Klaviyo", "r/r", "example.com"));
    assertTrue(relaxed.steps().get(0).contains("a name below example.com"), relaxed.toString());
    assertTrue(relaxed.steps().toString().contains("d= and a name below example.com"));
    assertTrue(relaxed.steps().toString().contains("that nothing uses yet"));
    assertTrue(relaxed.dnsRecords().stream().anyMatch(r -> r.startsWith("example.com. TXT ")));
    assertFalse(relaxed.needs().contains("adkim"));
    SpokenRemedy strict = dkim(situation("Klaviyo", "s/s", "example.com"));
    assertTrue(strict.needs().contains("It also needs adkim=r"), strict.needs());
    assertFalse(strict.needs().contains("exactly"), strict.needs());
  }

  @Test
  void whatCannotSignAsksForNoRecord() {
    SpokenRemedy calendar = dkim(situation("Google Calendar", "r/r", "example.com"));
    assertEquals(List.of(), calendar.dnsRecords());
    assertTrue(calendar.needs().contains("cannot be made to sign"), calendar.needs());
    assertTrue(calendar.assumes().contains("Google Workspace"), calendar.assumes());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "",
      textBlock =
          """
          # service | what its settings call the return path | a record
          Amazon SES              | Custom MAIL FROM domain    | bounce.example.com. MX 10 feedback-smtp.REGION.amazonses.com.
          Resend                  | Custom Return Path         | send.example.com. TXT "v=spf1 include:amazonses.com ~all"
          Microsoft 365           | include:spf.protection.outlook.com |
          Twilio SendGrid         | Domain Authentication      | emNNNN.example.com. CNAME FROM-THE-CONSOLE.
          Mailchimp Transactional | custom Return-Path domain  | RETURN-PATH-NAME.example.com. CNAME FROM-THE-CONSOLE.
          Mailgun                 | Domain verification        |
          Postmark                | Custom Return-Path         | pm-bounces.example.com. CNAME pm.mtasv.net.
          Salesforce Marketing Cloud | Multi-Bounce Domain     |
          Zendesk                 | include:mail.zendesk.com   |
          Freshdesk               | not certain                | NAME.example.com. CNAME FROM-THE-CONSOLE.
          Klaviyo                 | Branded sending domain     |
          Mailjet                 | Custom return path         | bnc3.example.com. CNAME bnc3.mailjet.com.
          Proton Mail             | include:_spf.protonmail.ch |
          ActiveCampaign          | Mailserver Domain          | MAILSERVER-NAME.example.com. CNAME FROM-THE-CONSOLE.
          SparkPost               | Custom Bounce Domain       | BOUNCE-NAME.example.com. CNAME FROM-THE-CONSOLE.
          Zoho Campaigns          | Custom return-path         | RETURN-PATH-NAME.example.com. CNAME FROM-THE-CONSOLE.
          ZeptoMail               | CNAME verification         | bounce-zem.example.com. CNAME FROM-THE-CONSOLE.
          Fastmail                | Domains                    |
          OVH                     | include:mx.ovh.com         |
          Shopify                 | Authenticate domain        | mailerNAME.example.com. CNAME FROM-THE-CONSOLE.email.myshopify.com.
          Stripe                  | Mail From                  | bounce.example.com. CNAME custom-email-domain.stripe.com.
          SMTP2GO                 | Verified sender domain     | emNNNNNN.example.com. CNAME return.smtp2go.net.
          MailChannels            | keeps the return path      |
          """)
  void theReturnPathIsNamedAsTheServiceNamesIt(String service, String setting, String record) {
    SpokenRemedy remedy = returnPath(situation(service, "r/r", "example.com"));
    assertTrue(String.join(" ", remedy.steps()).contains(setting), remedy.toString());
    assertEquals(record == null, remedy.dnsRecords().isEmpty(), remedy.toString());
    assertTrue(record == null || remedy.dnsRecords().contains(record), remedy.toString());
  }

  @ParameterizedTest
  @MethodSource("senders")
  void anIncludeIsAdvisedOnlyWhereThatNameIsChecked(SenderProfile profile) {
    Situation situation = situation(profile.name(), "r/r", "example.com");
    assertFalse(text(dkim(situation)).contains("include:"), profile.name());
    SpokenRemedy path = returnPath(situation);
    boolean ownRecord = text(path).contains("Add include:");
    assertTrue(!ownRecord || profile.spfReach() == Reach.EXACT, profile.name());
    if (profile.spfReach() == Reach.NEVER) {
      assertTrue(path.needs().contains("SPF never"), path.toString());
      assertEquals(List.of(), path.dnsRecords());
    }
  }

  @Test
  void strictModeIsNamedWhereItMatters() {
    Situation strict = situation("Twilio SendGrid", "s/s", "news.example.com");
    assertTrue(returnPath(strict).needs().contains("also needs aspf=r"));
    assertTrue(dkim(strict).needs().contains("exactly news.example.com"));
    Situation relaxed = situation("Twilio SendGrid", "r/r", "news.example.com");
    assertFalse(returnPath(relaxed).needs().contains("aspf"));
    assertFalse(dkim(relaxed).needs().contains("adkim"));
    Situation exact = situation("Zendesk", "s/s", "example.com");
    assertFalse(returnPath(exact).needs().contains("aspf"));
  }

  @Test
  void atMostFiveDomainsAreNamed() {
    String[] seven =
        IntStream.rangeClosed(1, 7).mapToObj(i -> "d" + i + ".example.com").toArray(String[]::new);
    SpokenRemedy remedy = dkim(situation("Postmark", "r/r", seven));
    assertTrue(
        remedy.steps().get(0).contains("d4.example.com, d5.example.com and 2 more"),
        remedy.toString());
    assertEquals(5, remedy.dnsRecords().size());
    SpokenRemedy two = dkim(situation("Postmark", "r/r", "a.example.com", "b.example.com"));
    assertTrue(two.steps().get(0).contains("a.example.com and b.example.com"), two.toString());
  }

  @Test
  void anUnknownServiceIsAdvisedInGeneralWords() {
    Situation unknown = situation("", "r/r", "example.com");
    assertTrue(dkim(unknown).steps().get(0).contains("behind tool.example.net"));
    assertTrue(returnPath(unknown).steps().get(0).contains("bounce domain"));
  }

  @Test
  void rewritingOfTheFromLineIsSaid() {
    for (String service : List.of("Brevo", "HubSpot", "Mailchimp Transactional", "Shopify")) {
      SpokenRemedy remedy = dkim(situation(service, "r/r", "example.com"));
      assertTrue(remedy.assumes().contains("rewrites the From line"), service);
    }
  }

  private static SpokenRemedy dkim(Situation situation) {
    return SpokenRemedy.of(VendorRemedies.dkim(situation).remedy());
  }

  private static SpokenRemedy returnPath(Situation situation) {
    return SpokenRemedy.of(VendorRemedies.returnPath(situation).remedy());
  }

  private static String text(SpokenRemedy remedy) {
    return remedy.needs() + remedy.assumes() + remedy.steps();
  }

  public static Situation situation(String service, String modes, String... authorDomains) {
    Optional<SenderProfile> profile =
        KnownSenders.ALL.stream().filter(p -> p.name().equals(service)).findFirst();
    TreeSet<DomainName> authors =
        Arrays.stream(authorDomains)
            .map(DomainName::new)
            .collect(Collectors.toCollection(TreeSet::new));
    return new Situation(
        Reports.policy("example.com p=none aspf=" + modes.charAt(0) + " adkim=" + modes.charAt(2)),
        new Target.Service(service),
        authors,
        profile.stream().toList(),
        profile.isEmpty(),
        profile.isEmpty() ? Optional.of(new DomainName("tool.example.net")) : Optional.empty(),
        new TreeSet<>(),
        Optional.empty(),
        new TreeSet<>(),
        Set.of(),
        Set.of(),
        new TreeSet<>(),
        new TreeSet<>(),
        new TreeSet<>(),
        List.of(),
        Snapshot.NONE);
  }
}
