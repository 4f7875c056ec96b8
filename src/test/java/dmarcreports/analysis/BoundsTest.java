package dmarcreports.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.sender.SenderLabel;
import dmarcreports.analysis.sender.SenderProfiles;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bounds that a true world once broke, and beside each the plain case that must stay as tight as it
 * is: a bound that is wide enough for everything says nothing.
 */
class BoundsTest {
  private static final String SES = "54.240.8.13";
  private static final String OWN = "192.0.2.10";
  private static final String SERVICE = "198.51.100.10";
  private static final String FORWARDER = "203.0.113.10";

  /** Steps for Amazon SES reach no server of our own. */
  @Test
  void identityAtAmazonSesIsNoneOfOwnServer() {
    DomainFindings both = domain(strictNewsThroughSes(10), strictNewsFromOwnServer(90));
    assertEquals("10..10", bounds(both, "own_identity+easy_dkim", "news.example.com"));
    assertEquals("90..90", bounds(both, "own_identity", "news.example.com"));
    assertSteps(false, action(both, "own_identity").orElseThrow(), "Amazon SES", "aws sesv2");
    assertEquals(
        "10..10", bounds(domain(strictNewsThroughSes(10)), "own_identity+easy_dkim", "news"));
  }

  @Test
  void keyRepairedAtAmazonSesIsNoneOfOwnServer() {
    Mail broken = strictNewsThroughSes(10).dkim("example.com permerror,amazonses.com pass");
    DomainFindings both = domain(broken, strictNewsFromOwnServer(90));
    assertEquals("10..10", bounds(both, "repair_easy_dkim+own_identity", "example.com"));
    assertEquals("10..10", bounds(domain(broken), "repair_easy_dkim+own_identity", "example.com"));
  }

  /** The change at Amazon SES, the one at the server: whatever counts both must tell of both. */
  @Test
  void identityOverServerAndServiceHasStepsForBoth() {
    DomainFindings both =
        domain(
            strictNewsThroughSes(10).dkim("example.com pass,amazonses.com pass"),
            strictNewsFromOwnServer(90));
    Action identity = action(both, "own_identity").orElseThrow();
    assertEquals("100..100", identity.repairedMin() + ".." + identity.repairedMax());
    assertSteps(true, identity, "aws sesv2", "Have the server sign with d=news.example.com");
  }

  /** A key is found and the signature fails: the body was changed, and no key mends that. */
  @Test
  void signatureThatFailsBesideMissingKeyWasBrokenOnTheWay() {
    Mail whole = own().spf("example.com pass").dkim("example.com pass k1").messages(20);
    Mail altered =
        own().spf("example.com fail").dkim("example.com fail k1,example.com permerror k2");
    assertEquals("0..0", bounds(domain(whole, altered.messages(60)), "repair_dkim", "example.com"));
    Mail missing = own().spf("example.com fail").dkim("example.com permerror k2");
    assertEquals(
        "60..60", bounds(domain(whole, missing.messages(60)), "repair_dkim", "example.com"));
    Mail wrong = own().spf("example.com fail").dkim("example.com fail k1");
    assertEquals("0..60", bounds(domain(whole, wrong.messages(60)), "repair_dkim", "example.com"));
  }

  /** What the report leaves out may be there. */
  @Test
  void returnPathThatNoReportListsMayBeRepaired() {
    Mail listed = ses().messages(5);
    Mail unlisted = ses().spf("").messages(3);
    assertEquals("5..8", bounds(domain(listed, unlisted), "custom_mail_from", "example.com"));
    Mail others = ses().spf("forwarder.example pass").ip(FORWARDER).messages(3);
    assertEquals("5..5", bounds(domain(listed, others), "custom_mail_from", "example.com"));
  }

  @Test
  void returnPathAtServiceThatNoReportListsMayBeRepaired() {
    Mail listed = sendGrid().messages(5);
    Mail unlisted = sendGrid().spf("").messages(3);
    assertEquals("5..8", bounds(ours(listed, unlisted), "vendor_return_path", "Twilio SendGrid"));
    assertEquals("0..8", bounds(domain(listed, unlisted), "vendor_return_path", "Twilio SendGrid"));
    Mail others = sendGrid().spf("forwarder.example pass").ip(FORWARDER).messages(3);
    assertEquals("5..5", bounds(ours(listed, others), "vendor_return_path", "Twilio SendGrid"));
  }

  /** The same of signatures. */
  @Test
  void signatureThatNoReportListsMayBeRepaired() {
    assertEquals(
        "5..8",
        bounds(domain(ses().messages(5), ses().dkim("").messages(3)), "easy_dkim", "example.com"));
    assertEquals(
        "5..8",
        bounds(
            ours(sendGrid().messages(5), sendGrid().dkim("").messages(3)),
            "vendor_dkim",
            "Twilio SendGrid"));
  }

  /** Passed on by somebody who signs and proves a return path: whose customer it was is open. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "-                    | 5..8",
        "other                | 5..8",
        "local_policy         | 5..8",
        "forwarded            | 8..8",
        "trusted_forwarder    | 8..8",
        "mailing_list         | 8..8",
        "local_policy: arc=pass as[1].d=forwarder.example | 8..8",
      })
  void mailOfAmazonSesThatForwarderSignsIsCounted(String reason, String bounds) {
    Mail forwarded =
        ses()
            .spf("forwarder.example pass")
            .dkim("amazonses.com pass,forwarder.example pass")
            .ip(FORWARDER)
            .reason(reason)
            .messages(3);
    DomainFindings domain = domain(ses().messages(5), forwarded);
    assertEquals(bounds, bounds(domain, "easy_dkim", "example.com"));
    assertEquals("5..5", bounds(domain, "custom_mail_from", "example.com"));
  }

  @Test
  void mailOfServiceThatForwarderSignsIsCounted() {
    Mail forwarded =
        sendGrid()
            .spf("forwarder.example pass")
            .dkim("sendgrid.net pass,forwarder.example pass")
            .ip(FORWARDER)
            .messages(3);
    assertEquals(
        8, action(domain(sendGrid().messages(5), forwarded), "vendor_dkim").get().repairedMax());
    DomainFindings told = ours(sendGrid().messages(5), forwarded.reason("forwarded"));
    assertEquals("8..8", bounds(told, "vendor_dkim", "Twilio SendGrid"));
    assertEquals("5..5", bounds(told, "vendor_return_path", "Twilio SendGrid"));
  }

  /** The owner's word for the service is none for each of its customers. */
  @Test
  void otherCustomerOfServiceIsNeverSure() {
    Mail tool = sendGrid().spf("em.tool.example pass").dkim("tool.example pass,sendgrid.net pass");
    DomainFindings both = ours(sendGrid().messages(5), tool.messages(3));
    assertEquals("5..8", bounds(both, "vendor_dkim", "Twilio SendGrid"));
    assertEquals("5..5", bounds(both, "vendor_return_path", "Twilio SendGrid"));
  }

  /** A customer of Amazon SES that signs for itself there is no forwarder, and not repaired. */
  @Test
  void otherCustomerOfAmazonSesIsNeverSure() {
    Mail tool =
        ses()
            .spf("bounce.tool.example pass")
            .dkim("amazonses.com pass,tool.example pass")
            .messages(3);
    Action easyDkim = action(domain(ses().messages(5), tool), "easy_dkim").orElseThrow();
    assertEquals(5, easyDkim.repairedMin());
  }

  /** The receiver tells of a forwarder, and not whose account at Amazon SES it was. */
  @Test
  void otherCustomerOfAmazonSesIsNotSureWhereItIsForwarded() {
    Mail tool =
        ses()
            .spf("forwarder.example pass")
            .dkim("amazonses.com pass,tool.example pass,forwarder.example pass")
            .ip(FORWARDER)
            .reason("forwarded")
            .messages(3);
    Action easyDkim = action(domain(ses().messages(5), tool), "easy_dkim").orElseThrow();
    assertEquals(5, easyDkim.repairedMin());
  }

  /** A forwarder that leaves mail as it is proves nothing: whoever signed sent it there. */
  @ParameterizedTest
  @ValueSource(strings = {"bounce.tool.example fail", "", "tenant.example pass"})
  void otherCustomerOfAmazonSesIsNotSureWhereOthersPassItOn(String spf) {
    Mail tool =
        ses()
            .spf(spf)
            .dkim("amazonses.com pass,tool.example pass")
            .ip(FORWARDER)
            .reason("forwarded")
            .messages(3);
    assertEquals(5, action(domain(ses().messages(5), tool), "easy_dkim").get().repairedMin());
  }

  /** A return path below our domain may be the one that the report leaves out. */
  @Test
  void relaxingMayReachReturnPathThatNoReportListsAtService() {
    Mail strict = own().modes("s/r").spf("mail.example.com pass").messages(7);
    Mail unlisted = ses().modes("s/r").spf("").messages(3);
    assertEquals("7..10", bounds(domain(strict, unlisted), "relax_aspf", "example.com"));
    Mail foreign = ses().modes("s/r").messages(3);
    assertEquals("7..7", bounds(domain(strict, foreign), "relax_aspf", "example.com"));
    Mail relaxed = ses().spf("").messages(3);
    assertEquals("7..7", bounds(domain(strict, relaxed), "relax_aspf", "example.com"));
  }

  /** What the report leaves out may be the forwarder's return path. */
  @Test
  void mailOfAmazonSesThatForwarderSignsIsCountedWithoutReturnPath() {
    Mail forwarded =
        ses().spf("").dkim("amazonses.com pass,forwarder.example pass").ip(FORWARDER).messages(3);
    assertEquals("5..8", bounds(domain(ses().messages(5), forwarded), "easy_dkim", "example.com"));
  }

  @Test
  void brokenKeyAtAmazonSesIsCountedWhereForwarderSigns() {
    Mail direct = ses().dkim("example.com fail,amazonses.com pass").messages(5);
    Mail forwarded =
        ses()
            .spf("forwarder.example pass")
            .dkim("example.com fail,amazonses.com pass,forwarder.example pass")
            .ip(FORWARDER)
            .messages(3);
    assertEquals("5..8", bounds(domain(direct, forwarded), "repair_easy_dkim", "example.com"));
  }

  /** Steps for a server of ours do nothing at Amazon SES. */
  @Test
  void identityForForwardedMailOfAmazonSesHasItsSteps() {
    Mail forwarded =
        strictNewsThroughSes(7)
            .spf("forwarder.example pass")
            .dkim("example.com pass,amazonses.com pass,forwarder.example pass")
            .ip(FORWARDER);
    Action identity = action(domain(forwarded), "own_identity").orElseThrow();
    boolean told =
        String.join(" ", SpokenRemedy.of(identity.remedy()).steps()).contains("aws sesv2");
    assertTrue(told || identity.repairedMin() == 0, identity.repairedMin() + " without steps");
  }

  /** The bundle gives its name to all that the server signs: what passes as the parent, surely. */
  @Test
  void identityBesideRepairedKeyReachesWhatPassesAsParent() {
    Mail passes = strictNewsFromOwnServer(90);
    Mail fails = strictNewsFromOwnServer(10).dkim("example.com fail");
    assertEquals(
        "90..100", bounds(domain(passes, fails), "repair_dkim+own_identity", "example.com"));
    assertEquals(
        "90..100", bounds(domain(passes, fails), "repair_dkim+relax_adkim", "example.com"));
    assertEquals(
        "0..10", bounds(domain(ownProof(), fails), "repair_dkim+own_identity", "example.com"));
  }

  @Test
  void bundleForOwnServerNamesNoService() {
    Mail fails = strictNewsFromOwnServer(10).dkim("example.com fail");
    Mail crm =
        Mail.from("news.example.com")
            .modes("r/s")
            .spf("abc.bnc.salesforce.com pass")
            .dkim("example.com fail")
            .ip(SERVICE)
            .messages(5);
    DomainFindings domain = domain(strictNewsFromOwnServer(90), fails, crm);
    List<Action> identities =
        domain.actions().stream()
            .filter(a -> a.code().equals("repair_dkim+own_identity"))
            .filter(a -> a.repairedMax() >= 90)
            .toList();
    assertEquals(1, identities.size());
    assertSteps(true, identities.get(0), "Have the server sign with d=news.example.com");
    boolean counted = identities.get(0).repairedMax() > 100;
    assertSteps(counted, identities.get(0), "Salesforce");
  }

  /** Either key mends the message. */
  @Test
  void messageWithTwoMissingKeysIsMendedByEither() {
    Mail both = own().spf("").dkim("mail.example.com permerror,example.com permerror").messages(5);
    Mail parent = own().spf("").dkim("example.com permerror").messages(3);
    Mail mail = own().spf("").dkim("mail.example.com permerror").messages(2);
    DomainFindings domain = domain(ownProof(), both, parent, mail);
    assertEquals("8..8", bounds(domain, "repair_dkim", "example.com"));
    assertEquals("7..7", bounds(domain, "repair_dkim", "mail.example.com"));
    assertKeysOfTarget(domain, "repair_dkim");
  }

  @Test
  void messageOfAmazonSesWithTwoMissingKeysIsMendedByEither() {
    String amazon = ",amazonses.com pass";
    DomainFindings domain =
        domain(
            ses().dkim("news.example.com permerror,example.com permerror" + amazon).messages(5),
            ses().dkim("example.com permerror" + amazon).messages(3),
            ses().dkim("news.example.com permerror" + amazon).messages(2));
    assertEquals("8..8", bounds(domain, "repair_easy_dkim", "example.com"));
    assertEquals("7..7", bounds(domain, "repair_easy_dkim", "news.example.com"));
    assertKeysOfTarget(domain, "repair_easy_dkim");
  }

  /** The return path is the sender's own address there: that of the parent may become it. */
  @Test
  void returnPathOfParentAtServiceMayBecomeThatOfAuthor() {
    Mail foreign = microsoft("tenant.onmicrosoft.com pass").messages(5);
    Mail parent = microsoft("example.com pass").messages(3);
    DomainFindings domain = domain(foreign, parent);
    assertEquals("0..8", bounds(domain, "vendor_return_path", "Microsoft 365"));
    assertEquals("0..5", bounds(domain(foreign), "vendor_return_path", "Microsoft 365"));
  }

  /** What an identity does for a name below it depends on the record at that time. */
  @Test
  void thirdNameInheritsIdentityOnceRecordIsRelaxed() {
    Mail strict = strictNewsThroughSes(5).day("2026-01-10");
    Mail third = strictNewsThroughSes(3, "a.news.example.com").modes("r/r").day("2026-01-20");
    assertEquals(
        "5..8", bounds(domain(strict, third), "own_identity+easy_dkim", "news.example.com"));
    assertEquals(
        "5..5",
        bounds(
            domain(strict, strictNewsThroughSes(3, "shop.example.com").modes("r/r")),
            "own_identity+easy_dkim",
            "news.example.com"));
  }

  /** Over one body: Amazon's own signature tells a wrong key from changed mail. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "example.com fail,amazonses.com pass      | 7..7",
        "example.com permerror,amazonses.com pass | 7..7",
        "example.com fail,amazonses.com fail      | 0..0",
        "example.com fail                         | 0..7",
        "example.com permerror                    | 7..7",
      })
  void failureBesideSignatureOfAmazonSes(String dkim, String bounds) {
    Mail broken = ses().dkim(dkim).messages(7);
    assertEquals(bounds, bounds(domain(broken, ses().messages(1)), "repair_easy_dkim", "example"));
  }

  /** The same at another service, which signs for us already. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "example.com fail,sendgrid.net pass      | 7..7",
        "example.com permerror,sendgrid.net pass | 7..7",
        "example.com fail,sendgrid.net fail      | 0..0",
      })
  void failureBesideSignatureOfService(String dkim, String bounds) {
    DomainFindings domain = ours(sendGrid().dkim(dkim).messages(7));
    assertEquals(bounds, bounds(domain, "repair_dkim", "Twilio SendGrid"));
    assertEquals("0..0", bounds(domain, "vendor_dkim", "Twilio SendGrid"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"relax_aspf", "relax_adkim"})
  void relaxingTellsThatReportsLeaveResultsOut(String code) {
    Mail strict =
        own().modes("s/s").spf("mail.example.com pass").dkim("mail.example.com pass").messages(7);
    Action relax = action(domain(strict), code).orElseThrow();
    assertEquals("7..7", relax.repairedMin() + ".." + relax.repairedMax());
    assertTrue(SpokenRemedy.of(relax.remedy()).assumes().contains("more mail may pass"));
  }

  private static Mail strictNewsThroughSes(long messages) {
    return strictNewsThroughSes(messages, "news.example.com");
  }

  private static Mail strictNewsThroughSes(long messages, String author) {
    return Mail.from(author)
        .modes("r/s")
        .spf("amazonses.com pass")
        .dkim("amazonses.com pass")
        .ip(SES)
        .messages(messages);
  }

  private static Mail strictNewsFromOwnServer(long messages) {
    return Mail.from("news.example.com")
        .modes("r/s")
        .spf("news.example.com softfail")
        .dkim("example.com pass")
        .ip(OWN)
        .messages(messages);
  }

  private static Mail ses() {
    return Mail.from("example.com").spf("amazonses.com pass").dkim("amazonses.com pass").ip(SES);
  }

  private static Mail sendGrid() {
    return Mail.from("example.com").spf("sendgrid.net pass").dkim("sendgrid.net pass").ip(SERVICE);
  }

  private static Mail microsoft(String spf) {
    return Mail.from("news.example.com")
        .modes("s/r")
        .spf(spf)
        .dkim("example.onmicrosoft.com pass")
        .ip(SERVICE);
  }

  private static Mail own() {
    return Mail.from("example.com").ip(OWN);
  }

  /** Mail that shows the server to be ours. */
  private static Mail ownProof() {
    return own().spf("example.com pass").messages(1);
  }

  private static DomainFindings domain(Mail... mail) {
    return Mail.analyze(mail).domains().get(0);
  }

  /** Where the owner says that the account at the service is ours. */
  private static DomainFindings ours(Mail... mail) {
    SenderLabel label = new SenderLabel("Twilio SendGrid", "", SenderLabel.Ownership.OURS);
    return Mail.analyze(SenderProfiles.standard().withLabels(List.of(label)), mail)
        .domains()
        .get(0);
  }

  private static Optional<Action> action(DomainFindings domain, String code) {
    return domain.actions().stream().filter(a -> a.code().equals(code)).findFirst();
  }

  /** Of the action with that code whose target begins so; none repairs nothing. */
  private static String bounds(DomainFindings domain, String code, String target) {
    return domain.actions().stream()
        .filter(a -> a.code().equals(code) && a.target().text().startsWith(target))
        .map(a -> a.repairedMin() + ".." + a.repairedMax())
        .findFirst()
        .orElse("0..0");
  }

  /** Whoever carries it out publishes the keys of its target, and of no other. */
  private static void assertKeysOfTarget(DomainFindings domain, String code) {
    for (Action action : domain.actions()) {
      if (action.code().equals(code)) {
        for (String record : SpokenRemedy.of(action.remedy()).dnsRecords()) {
          assertTrue(record.contains("_domainkey." + action.target().text() + "."), record);
        }
      }
    }
  }

  private static void assertSteps(boolean there, Action action, String... words) {
    String steps = String.join("\n", SpokenRemedy.of(action.remedy()).steps());
    for (String word : words) {
      if (there) {
        assertTrue(steps.contains(word), steps);
      } else {
        assertFalse(steps.contains(word), steps);
      }
    }
  }
}
