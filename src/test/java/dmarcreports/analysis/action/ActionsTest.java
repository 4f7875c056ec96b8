package dmarcreports.analysis.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.analysis.Analysis;
import dmarcreports.analysis.English;
import dmarcreports.analysis.Mail;
import dmarcreports.analysis.SpokenRemedy;
import dmarcreports.analysis.sender.SenderLabel;
import dmarcreports.analysis.sender.SenderProfiles;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The changes that are recommended for a domain, their targets, effects and order. */
class ActionsTest {
  private static final SenderProfiles OURS =
      SenderProfiles.standard()
          .withLabels(List.of(new SenderLabel("192.0.2.0/24", "", SenderLabel.Ownership.OURS)));

  @Test
  void plainSesNeedsEasyDkimAndThenCustomMailFrom() {
    assertActions(
        """
        easy_dkim example.com 5/5 0.3750 1.0000
        custom_mail_from example.com 5/5 0.3750 1.0000
        """,
        ses("r/r").messages(5),
        healthy().messages(3));
  }

  @Test
  void customMailFromUnderStrictIsOneActionWithRelaxing() {
    assertActions(
        """
        easy_dkim example.com 5/5 0.0000 1.0000
        custom_mail_from+relax_aspf example.com 5/5 0.0000 1.0000
        """,
        ses("s/s").messages(5));
  }

  @Test
  void subdomainUnderStrictNeedsIdentityOfItsOwn() {
    assertActions(
        """
        own_identity+easy_dkim news.example.com 5/5 0.0000 1.0000
        custom_mail_from news.example.com 5/5 0.0000 1.0000
        """,
        Mail.from("news.example.com")
            .modes("r/s")
            .spf("amazonses.com pass")
            .dkim("amazonses.com pass")
            .messages(5));
  }

  @Test
  void eitherOfTwoChangesThatRepairTheSameIsCountedOnce() {
    Analysis analysis =
        Mail.analyze(
            Mail.from("news.example.com").modes("r/s").dkim("example.com pass").messages(5),
            ses("r/r").messages(2));
    List<Action> actions = analysis.domains().get(0).actions();
    assertEquals(
        "relax_adkim own_identity easy_dkim custom_mail_from",
        actions.stream().map(Action::code).collect(Collectors.joining(" ")));
    assertEquals(5 / 7.0, actions.get(0).cumulativeMin().getAsDouble());
    assertEquals(5 / 7.0, actions.get(1).cumulativeMin().getAsDouble());
    assertEquals(1.0, actions.get(2).cumulativeMin().getAsDouble());
  }

  @Test
  void relaxingRepairsMailForWhichItIsNotTheFirstAdvice() {
    Mail strict = Mail.from("example.com").modes("s/r").spf("mail.example.com pass").messages(4);
    Mail bounced =
        Mail.from("example.com").modes("s/r").spf("mail.example.com pass").ip("198.51.100.1");
    Action relax =
        Mail.analyze(strict, bounced.messages(3).reason("mailing_list"))
            .domains()
            .get(0)
            .actions()
            .get(0);
    assertEquals("relax_aspf", relax.code());
    assertEquals(7, relax.repairedMin());
    assertEquals(7, relax.failing());
    assertEquals(2, relax.sources());
  }

  @Test
  void ownServerCountsSurelyOnlyWhenTheOwnerSaysSo() {
    Mail passing = Mail.from("example.com").spf("example.com pass");
    Mail unlisted = Mail.from("example.com").spf("lists.example.com fail").messages(6);
    assertActions(
        """
        authorize_in_spf lists.example.com 0/6 0.1428 0.1428
        publish_dkim 192.0.2.0/24 0/6 0.1428 0.1428
        """,
        passing,
        unlisted);
    assertActions(
        OURS,
        """
        authorize_in_spf lists.example.com 6/6 0.1428 1.0000
        publish_dkim 192.0.2.0/24 6/6 0.1428 1.0000
        """,
        passing,
        unlisted);
  }

  @Test
  void missingKeyIsSureAndFailingSignatureOnlyWhereAmazonsStands() {
    Mail ses = Mail.from("example.com").spf("amazonses.com pass").ip("54.240.8.13");
    Analysis analysis =
        Mail.analyze(
            ses.dkim("example.com permerror,amazonses.com pass").messages(5),
            Mail.from("example.com")
                .spf("amazonses.com pass")
                .ip("54.240.8.13")
                .dkim("example.com fail,amazonses.com pass")
                .messages(2),
            Mail.from("example.com")
                .spf("amazonses.com pass")
                .ip("54.240.8.13")
                .dkim("example.com fail")
                .messages(4),
            Mail.from("example.com")
                .spf("amazonses.com pass")
                .ip("54.240.8.13")
                .dkim("example.com fail,amazonses.com fail")
                .messages(8));
    Action repair = analysis.domains().get(0).actions().get(0);
    assertEquals("repair_easy_dkim", repair.code());
    assertEquals("example.com", repair.target().text());
    assertEquals(5 + 2, repair.repairedMin());
    assertEquals(5 + 2 + 4, repair.repairedMax());
  }

  @Test
  void brokenSignatureOfTheParentUnderStrictNeedsMoreThanItsKey() {
    Mail mail =
        Mail.from("news.example.com")
            .modes("r/s")
            .dkim("example.com permerror,amazonses.com pass")
            .messages(5);
    assertActions(
        """
        repair_easy_dkim+relax_adkim example.com 5/5 0.0000 1.0000
        repair_easy_dkim+own_identity example.com 5/5 0.0000 1.0000
        """,
        mail);
  }

  @Test
  void serviceOfOthersIsOpenUntilTheOwnerSaysWhoseItIs() {
    Mail mail = Mail.from("example.com").spf("sendgrid.net pass").dkim("sendgrid.net pass");
    assertActions(
        """
        vendor_dkim Twilio SendGrid 0/5 0.0000 0.0000
        vendor_return_path Twilio SendGrid 0/5 0.0000 0.0000
        ask_owner Twilio SendGrid 0/0 0.0000 0.0000
        """,
        mail.messages(5));
  }

  @Test
  void forgersAreStoppedByThePolicyAlone() {
    assertActions(
        """
        enforce_policy example.com 0/0 0.5000 0.5000
        """,
        Mail.from("example.com").spf("x.bad.org fail").messages(5),
        Mail.from("example.com").spf("example.com pass").ip("192.0.9.1").messages(5));
    assertActions("", Mail.from("example.com").spf("x.bad.org fail").treated("reject/reject"));
  }

  @Test
  void mailThatPassesMakesNoAction() {
    assertActions(
        "",
        Mail.from("example.com")
            .spf("amazonses.com pass")
            .dkim("example.com pass,amazonses.com pass"));
  }

  @Test
  void returnPathThatFellBackIsRecognized() {
    Mail before =
        Mail.from("example.com")
            .spf("bounce.example.com pass")
            .dkim("amazonses.com pass")
            .ip("54.240.8.13")
            .day("2026-01-10");
    Mail after = ses("r/r").day("2026-01-12");
    Analysis fellBack = Mail.analyze(before, after);
    Action action = fellBack.domains().get(0).actions().get(1);
    assertEquals("custom_mail_from", action.code());
    assertEquals("bounce.example.com", action.situation().formerMailFrom().orElseThrow().text());
    String explanation =
        English.of(fellBack.domains().get(0).sources().get(0).diagnosis().explanation());
    assertTrue(
        explanation.contains("used to have the return path bounce.example.com"), explanation);
    // Both from the beginning: two regions or accounts, one of them not set up.
    Action other =
        Mail.analyze(before, ses("r/r").day("2026-01-09")).domains().get(0).actions().get(1);
    assertTrue(other.situation().formerMailFrom().isEmpty());
  }

  @Test
  void regionsAreReadFromReturnPathsAndNeverGuessed() {
    Action action =
        Mail.analyze(
                ses("r/r"),
                Mail.from("example.com")
                    .spf("eu-west-1.amazonses.com pass")
                    .dkim("amazonses.com pass"))
            .domains()
            .get(0)
            .actions()
            .get(0);
    assertEquals("[eu-west-1, us-east-1]", action.situation().regions().toString());
    Action unseen =
        Mail.analyze(Mail.from("example.com").spf("gmail.com pass").dkim("amazonses.com pass"))
            .domains()
            .get(0)
            .actions()
            .get(0);
    assertEquals("easy_dkim", unseen.code());
    assertTrue(unseen.situation().regions().isEmpty());
  }

  @Test
  void priceOfRelaxingIsListed() {
    Action relax =
        Mail.analyze(
                Mail.from("example.com").modes("s/r").spf("mail.example.com pass").messages(4),
                Mail.from("example.com")
                    .modes("s/r")
                    .spf("shop.example.com pass")
                    .dkim("example.com pass"))
            .domains()
            .get(0)
            .actions()
            .get(0);
    assertEquals(
        "[mail.example.com, shop.example.com]", relax.situation().sisterDomains().toString());
  }

  @Test
  void remedyIsThatOfTheServiceThoughAnotherSignedAsWell() {
    Mail throughSes =
        Mail.from("example.com")
            .spf("sendgrid.net pass")
            .dkim("sendgrid.net pass,amazonses.com pass");
    Action sign = Mail.analyze(throughSes).domains().get(0).actions().get(0);
    assertEquals("vendor_dkim Twilio SendGrid", sign.code() + " " + sign.target().text());
    SpokenRemedy remedy = SpokenRemedy.of(sign.remedy());
    assertTrue(remedy.needs().startsWith("The account at Twilio SendGrid"), remedy.needs());
    assertTrue(remedy.steps().get(0).startsWith("In the settings of Twilio SendGrid"));
  }

  @Test
  void strangerIsAskedAboutItselfThoughServiceSignedAsWell() {
    Mail proven = Mail.from("example.com").spf("example.com pass").ip("203.0.113.9");
    Mail list =
        Mail.from("example.com")
            .spf("list.other.org pass")
            .dkim("example.com fail,amazonses.com pass,list.other.org pass");
    Action ask =
        Mail.analyze(proven, list).domains().get(0).actions().stream()
            .filter(a -> a.code().equals("ask_owner"))
            .findFirst()
            .orElseThrow();
    assertEquals("other.org", ask.target().text());
    String clues = SpokenRemedy.of(ask.remedy()).steps().get(0);
    assertTrue(clues.contains("proven to be from other.org"), clues);
    assertFalse(clues.contains("Amazon SES"), clues);
  }

  @Test
  void strangerThatTheOwnerCallsTheirsIsSetUpAsAService() {
    Action sign =
        Mail.analyze(OURS, Mail.from("example.com").spf("other.org pass"))
            .domains()
            .get(0)
            .actions()
            .get(0);
    assertEquals("vendor_dkim other.org", sign.code() + " " + sign.target().text());
    assertEquals("other.org", sign.situation().service().orElseThrow().name());
  }

  @Test
  void nameSharedOutByItsProviderIsNotOursToRepair() {
    assertActions(
        "",
        Mail.from("tenant.onmicrosoft.com").spf("amazonses.com pass").dkim("amazonses.com pass"));
  }

  @Test
  void actionIsRepairedWhileTheGroupGoesOn() {
    Mail later =
        Mail.from("example.com")
            .spf("amazonses.com pass")
            .dkim("example.com pass,amazonses.com pass")
            .day("2026-01-18");
    Action action = Mail.analyze(ses("r/r"), later).domains().get(0).actions().get(0);
    assertEquals(ActionState.REPAIRED, action.state());
    assertEquals("2026-01-18", action.stateSince().toString());
  }

  private static Mail ses(String modes) {
    return Mail.from("example.com")
        .modes(modes)
        .spf("amazonses.com pass")
        .dkim("amazonses.com pass")
        .ip("54.240.8.13");
  }

  private static Mail healthy() {
    return Mail.from("example.com").spf("example.com pass").dkim("example.com pass");
  }

  private static void assertActions(String expected, Mail... mail) {
    assertActions(SenderProfiles.standard(), expected, mail);
  }

  /** Code, target, repaired at least and at most, rate now, and at least with all up to there. */
  private static void assertActions(SenderProfiles profiles, String expected, Mail... mail) {
    List<Action> actions = Mail.analyze(profiles, mail).domains().get(0).actions();
    assertEquals(
        Arrays.stream(expected.split("\n")).collect(Collectors.joining("\n")),
        actions.stream()
            .map(
                a ->
                    String.join(
                        " ",
                        a.code(),
                        a.target().text(),
                        a.repairedMin() + "/" + a.repairedMax(),
                        rate(a.rateNow().getAsDouble()),
                        rate(a.cumulativeMin().getAsDouble())))
            .collect(Collectors.joining("\n")));
  }

  private static String rate(double rate) {
    return String.format(java.util.Locale.ROOT, "%.4f", Math.floor(rate * 10_000) / 10_000);
  }
}
