package dmarcreports.analysis.remedy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.analysis.SpokenRemedy;
import dmarcreports.analysis.Told;
import dmarcreports.analysis.alignment.Cause;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SesRemediesTest {
  private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz234567";
  private static final String RELAXED = "example.com p=none aspf=r adkim=r";
  private static final String STRICT = "example.com p=none aspf=s adkim=s";

  @ParameterizedTest
  @CsvSource({
    "eu-west-1,           eu-west-1",
    "us-gov-east-1,       us-gov-east-1",
    "eu-west-1 us-east-1, eu-west-1",
    "'',                  REGION",
    "eu_west,             REGION"
  })
  void theReturnPathHasOneMxRecordInARegionThatIsShownAndNeverGuessed(
      String regions, String region) {
    assertEquals(
        List.of(
            "bounce.example.com. MX 10 feedback-smtp." + region + ".amazonses.com.",
            "bounce.example.com. TXT \"v=spf1 include:amazonses.com ~all\""),
        Told.under(RELAXED).regions(regions).remedy("custom_mail_from").dnsRecords());
  }

  @ParameterizedTest
  @ValueSource(strings = {"custom_mail_from", "easy_dkim", "repair_easy_dkim", "own_identity"})
  void whereTheRegionIsNotShownTheFirstThingIsToFindIt(String code) {
    Told told = Told.under(STRICT).regions("").dkim(Cause.OWN_POLICY);
    String all = String.join("\n", told.remedy(code).steps());
    assertTrue(all.contains("Find the region"));
    assertTrue(all.contains("under Verified identities"));
    assertTrue(all.contains("aws sesv2 list-email-identities --region REGION"));
    assertTrue(all.contains("Feedback-ID"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"custom_mail_from", "easy_dkim", "repair_easy_dkim", "own_identity"})
  void everyCommandIsGivenForEachRegion(String code) {
    SpokenRemedy remedy = Told.under(STRICT).regions("eu-west-1 us-east-1").remedy(code);
    List<String> commands =
        remedy.steps().stream().filter(s -> s.contains("--email-identity")).toList();
    assertFalse(commands.isEmpty());
    for (String command : commands) {
      assertTrue(
          command.endsWith("--region eu-west-1 (and again with --region us-east-1)"), command);
    }
  }

  @Test
  void oneMxRecordServesSeveralRegionsAndIsSaidTo() {
    String sentence = "One MX record serves all regions.";
    assertTrue(steps(Told.under(RELAXED).regions("eu-west-1 us-east-1")).contains(sentence));
    assertFalse(steps(Told.under(RELAXED)).contains(sentence));
  }

  @Test
  void theStatesOfAMailFromDomainAndBothBehavioursAreExplained() {
    String steps = steps(Told.under(RELAXED));
    for (String word :
        List.of(
            "PENDING",
            "SUCCESS",
            "FAILED",
            "TEMPORARY_FAILURE",
            "72 hours",
            "USE_DEFAULT_VALUE",
            "REJECT_MESSAGE",
            "MailFromDomainNotVerified",
            "exactly one MX record")) {
      assertTrue(steps.contains(word), word);
    }
  }

  @Test
  void trap01ACustomMailFromUnderStrictHelpsNothingUnlessFromIsTheSameName() {
    String warning = "The DMARC record of example.com says aspf=s";
    assertTrue(needs(Told.under(STRICT), "custom_mail_from").contains(warning));
    assertFalse(needs(Told.under(STRICT), "custom_mail_from+relax_aspf").contains(warning));
    assertFalse(needs(Told.under(RELAXED), "custom_mail_from").contains(warning));
    Told same = Told.under(STRICT).from("bounce.example.com").formerMailFrom("bounce.example.com");
    assertFalse(needs(same.target("example.com"), "custom_mail_from").contains(warning));
  }

  @Test
  void trap03TheParentsSignatureDoesNotCountForASubdomainUnderStrict() {
    Told told = Told.under(STRICT).from("news.example.com").target("example.com");
    String warning = "Mail from news.example.com needs an identity of its own, or adkim=r.";
    assertTrue(needs(told, "easy_dkim").contains(warning));
    assertFalse(needs(told, "easy_dkim+relax_adkim").contains(warning));
    assertFalse(needs(told, "own_identity+easy_dkim").contains(warning));
    assertEquals(
        "TOKEN1._domainkey.news.example.com. CNAME TOKEN1.SIGNING-HOSTED-ZONE.",
        told.remedy("own_identity").dnsRecords().get(0));
    assertEquals(3, told.remedy("own_identity+easy_dkim").dnsRecords().size());
    assertFalse(
        needs(told.from("a.example.com b.example.com"), "own_identity+easy_dkim")
            .contains("adkim=s"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"custom_mail_from", "custom_mail_from+relax_aspf", "easy_dkim"})
  void trap04NoIncludeIsEverAskedForInTheRecordOfTheAuthorDomain(String codes) {
    SpokenRemedy remedy = Told.under(STRICT).remedy(codes);
    assertTrue(remedy.dnsRecords().stream().noneMatch(r -> r.startsWith("example.com. ")));
    assertEquals(
        codes.startsWith("custom"),
        String.join(" ", remedy.steps())
            .contains("include:amazonses.com in that record changes nothing"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"custom_mail_from", "easy_dkim", "repair_easy_dkim", "own_identity"})
  void trap11AddressIdentitiesRegionsAndAccountsAreNotForgotten(String code) {
    String steps = String.join("\n", Told.under(STRICT).remedy(code).steps());
    assertTrue(steps.contains("one identity, in one region, in one account"));
    assertTrue(steps.contains("each e-mail address"));
  }

  @Test
  void anAddressAloneCannotHaveEasyDkim() {
    assertTrue(needs(Told.under(RELAXED), "easy_dkim").contains("verify the domain first"));
  }

  @Test
  void trap12AMailFromDomainThatFellBackIsPublishedAgainAndItsSetupStartedAgain() {
    Told told = Told.under(RELAXED).formerMailFrom("mail.example.com");
    assertEquals(
        "mail.example.com. MX 10 feedback-smtp.eu-west-1.amazonses.com.",
        told.remedy("custom_mail_from").dnsRecords().get(0));
    assertTrue(steps(told).contains("has fallen back to that of Amazon SES"));
    assertTrue(steps(told).contains("Start the setup again"));
    assertFalse(steps(told).contains("is an example"));
    assertFalse(steps(Told.under(RELAXED)).contains("Start the setup again"));
    assertTrue(steps(Told.under(RELAXED)).contains("bounce.example.com is an example"));
  }

  @Test
  void aFormerMailFromDomainOfTheIdentityAboveIsSetThere() {
    Told told =
        Told.under(RELAXED)
            .from("news.example.com")
            .target("news.example.com")
            .formerMailFrom("bounce.example.com");
    assertTrue(
        steps(told).contains("--email-identity example.com --mail-from-domain bounce.example.com"));
  }

  @Test
  void trap14TheReturnPathLiesBelowTheNameThatTheRecordLiesAt() {
    Told told =
        Told.under("news.example.com p=none").from("news.example.com").target("example.com");
    assertTrue(
        told.remedy("custom_mail_from")
            .dnsRecords()
            .get(0)
            .startsWith("bounce.news.example.com. MX"));
    String warning = "receivers that go by RFC 9989";
    assertFalse(needs(told, "custom_mail_from").contains(warning));
    Told apart = told.formerMailFrom("bounce.example.com");
    assertTrue(needs(apart, "custom_mail_from").contains(warning));
  }

  @Test
  void theTokensAndTheZoneOfEasyDkimAreSaidToComeFromAmazonSes() {
    SpokenRemedy remedy = Told.under(RELAXED).remedy("easy_dkim");
    assertEquals(
        List.of(
            "TOKEN1._domainkey.example.com. CNAME TOKEN1.SIGNING-HOSTED-ZONE.",
            "TOKEN2._domainkey.example.com. CNAME TOKEN2.SIGNING-HOSTED-ZONE.",
            "TOKEN3._domainkey.example.com. CNAME TOKEN3.SIGNING-HOSTED-ZONE."),
        remedy.dnsRecords());
    String steps = String.join("\n", remedy.steps());
    assertTrue(steps.contains("DkimAttributes.Tokens"));
    assertTrue(steps.contains("DkimAttributes.SigningHostedZone (usually dkim.amazonses.com"));
    assertTrue(steps.contains("Deterministic Easy DKIM"));
  }

  @ParameterizedTest
  @CsvSource({
    "OWN_PERMERROR, they find none,              false",
    "OWN_FAIL,      signature does not match,    true",
    "OWN_TEMPERROR, DNS did not answer,          false",
    "OWN_NEUTRAL,   the form of the signature,   false"
  })
  void whyTheSignatureIsBrokenChangesTheWords(Cause cause, String words, boolean comparesAmazons) {
    String steps =
        String.join("\n", Told.under(RELAXED).dkim(cause).remedy("repair_easy_dkim").steps());
    assertTrue(steps.contains(words), steps);
    assertEquals(comparesAmazons, steps.contains("The signature with d=amazonses.com"));
    for (String other : List.of("permerror:", "fail:", "temperror:", "neutral or policy:")) {
      String word = cause.word().replace("own_", "").replace("neutral", "neutral or policy") + ":";
      assertEquals(other.equals(word), steps.contains("Receivers say " + other), other);
    }
  }

  @Test
  void theSelectorsThatFailAreTheNamesOfTheRecords() {
    SpokenRemedy remedy =
        Told.under(RELAXED)
            .dkim(Cause.OWN_PERMERROR)
            .brokenKeys(TOKEN + "._domainkey.example.com,resend._domainkey.example.com")
            .remedy("repair_easy_dkim");
    assertEquals(
        List.of(
            TOKEN + "._domainkey.example.com. CNAME " + TOKEN + ".SIGNING-HOSTED-ZONE.",
            "resend._domainkey.example.com. TXT \"v=DKIM1; k=rsa; p=PUBLIC-KEY\""),
        remedy.dnsRecords());
    String steps = String.join("\n", remedy.steps());
    assertTrue(steps.contains("(BYODKIM): resend._domainkey.example.com."));
    assertTrue(steps.contains("dig +short TXT " + TOKEN + "._domainkey.example.com"));
  }

  @Test
  void whereNoSelectorIsReportedAllThreeTokensAreCompared() {
    SpokenRemedy remedy = Told.under(RELAXED).brokenKeys("example.com").remedy("repair_easy_dkim");
    assertEquals(3, remedy.dnsRecords().size());
    assertTrue(remedy.dnsRecords().get(2).startsWith("TOKEN3._domainkey.example.com. CNAME "));
  }

  @Test
  void aRepairedSignatureOfTheParentIsSaidNotToCountUnderStrict() {
    Told told =
        Told.under(STRICT).from("news.example.com").brokenKeys(TOKEN + "._domainkey.example.com");
    String warning = "does not count for news.example.com";
    assertTrue(needs(told, "repair_easy_dkim").contains(warning));
    assertFalse(needs(told, "repair_easy_dkim+relax_adkim").contains(warning));
    assertFalse(needs(told, "repair_easy_dkim+own_identity").contains(warning));
    assertFalse(needs(told.from("example.com"), "repair_easy_dkim").contains("adkim=s"));
  }

  @Test
  void theIdentityThatIsMissingIsNotTheOneThatSignsAlready() {
    Told told =
        Told.under(STRICT)
            .from("example.com a.example.com b.example.com")
            .brokenKeys(TOKEN + "._domainkey.example.com");
    SpokenRemedy remedy = told.remedy("own_identity");
    assertTrue(remedy.dnsRecords().get(0).contains("._domainkey.a.example.com. "));
    assertTrue(remedy.steps().contains("Do the same for each of: b.example.com."));
  }

  @Test
  void aTargetThatIsNoNameOfTheOrganizationIsNotTakenForAnIdentity() {
    SpokenRemedy remedy = Told.under(RELAXED).target("amazon-ses").remedy("easy_dkim");
    assertTrue(remedy.dnsRecords().get(0).contains("._domainkey.example.com. "));
  }

  @Test
  void trap07ForwardedCopiesAreRepairedByASignatureAndNotByAReturnPath() {
    assertTrue(
        Told.under(RELAXED)
            .remedy("custom_mail_from")
            .assumes()
            .contains("Copies that somebody forwards are not repaired"));
    assertTrue(Told.under(RELAXED).remedy("easy_dkim").assumes().contains("forwarded copies too"));
  }

  private static String steps(Told told) {
    return String.join("\n", told.remedy("custom_mail_from").steps());
  }

  private static String needs(Told told, String codes) {
    return told.remedy(codes).needs();
  }
}
