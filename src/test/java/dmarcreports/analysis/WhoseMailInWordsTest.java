package dmarcreports.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.sender.SenderLabel;
import dmarcreports.analysis.sender.SenderLabel.Ownership;
import dmarcreports.analysis.sender.SenderProfiles;
import dmarcreports.analysis.stream.BelongingPropertyTest;
import dmarcreports.output.Format;
import dmarcreports.output.page.Filters;
import dmarcreports.output.page.Findings;
import dmarcreports.output.plain.Style;
import dmarcreports.report.DomainName;
import dmarcreports.report.Reports;
import dmarcreports.stored.PolicyDomain;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written about whose mail it is, and what happens to whoever does what it says. */
class WhoseMailInWordsTest {
  private static final int WORLDS = 60;
  private static final Pattern VERDICT =
      Pattern.compile(
          "(\\d+) of (\\d+) messages? pass(?:es)? DMARC \\([^)]*\\), (\\d+) fails?"
              + "(?:, \\d+ cannot be told)?(?:: (?:(\\d+) believed to be yours(?:, )?)?"
              + "(?:(\\d+) perhaps(?: yours)?(?:, )?)?(?:(\\d+) not)?)?");

  private static String told(Format format, Analysis analysis) throws IOException {
    Map<DomainName, PolicyDomain> domains = new TreeMap<>();
    for (DomainFindings domain : analysis.domains()) {
      domains.put(
          domain.domain(), new PolicyDomain(Reports.policy(domain.domain() + " p=none"), 1, 1));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.write(
        new Findings(
            analysis, domains, List.of(), Filters.NONE, Optional.empty(), Optional.empty()),
        Style.PLAIN,
        out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String flat(Format format, Mail... mail) throws IOException {
    return told(format, Mail.analyze(mail)).replaceAll("\\s+", " ");
  }

  /** What is said of a domain in both texts and in JSON is one answer, and sums up. */
  @ParameterizedTest
  @EnumSource(
      value = Format.class,
      names = {"TEXT", "DETAILS"})
  void textSaysWhatJsonSaysAndItSumsUp(Format format) throws IOException {
    int told = 0;
    for (long seed = 0; seed < WORLDS; seed++) {
      Analysis analysis = BelongingPropertyTest.random(new Random(seed));
      JsonNode json = new ObjectMapper().readTree(told(Format.JSON, analysis));
      Matcher said = VERDICT.matcher(told(format, analysis).replaceAll("\\s+", " "));
      JsonNode domain = json.get("domains").get(0);
      Map<String, Long> fails = new HashMap<>();
      for (JsonNode stream : json.get("streams")) {
        fails.merge(stream.get("belonging").asText(), stream.get("dmarc_fail").asLong(), Long::sum);
      }
      long ours = fails.getOrDefault("ours", 0L);
      long perhaps = fails.getOrDefault("perhaps_ours", 0L);
      long others = fails.getOrDefault("not_ours", 0L);
      long failing = domain.get("dmarc_fail").asLong();
      assertEquals(failing, ours + perhaps + others, "seed " + seed);
      assertEquals(ours, domain.get("believed_ours").get("dmarc_fail").asLong(), "seed " + seed);
      assertEquals(ours, lost(domain, "lost_ours"), "seed " + seed);
      assertEquals(perhaps, lost(domain, "lost_perhaps_ours"), "seed " + seed);
      assertEquals(others, lost(domain, "stopped"), "seed " + seed);
      if (failing > 0) {
        assertTrue(said.find(), "seed " + seed);
        assertEquals(failing, number(said, 3), "seed " + seed);
        assertEquals(ours, number(said, 4), "seed " + seed);
        assertEquals(perhaps, number(said, 5), "seed " + seed);
        assertEquals(ours + perhaps > 0 ? others : 0, number(said, 6), "seed " + seed);
        told++;
      }
    }
    assertTrue(told > WORLDS / 2);
  }

  /** Those that exclude each other: np is about mail that sp is about. */
  private static long lost(JsonNode domain, String what) {
    long lost = 0;
    for (JsonNode readiness : domain.get("readiness")) {
      lost += readiness.get("tag").asText().equals("np") ? 0 : readiness.get(what).asLong();
    }
    return lost;
  }

  private static long number(Matcher said, int group) {
    return said.group(group) == null ? 0 : Long.parseLong(said.group(group));
  }

  /** Nobody looks for a setting that is not there, or sets up another name than the right one. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          klaviyomail.com                    | Have Klaviyo sign as a name below example.com
          klaviyomail.com                    | let it sign with a name below example.com
          klaviyomail.com                    | have Klaviyo use a return path below example.com
          sendgrid.net                       | Have Twilio SendGrid sign as example.com
          sendgrid.net                       | have Twilio SendGrid use a return path below example.com
          contoso.onmicrosoft.com            | have Microsoft 365 use a return path at example.com
          calendar-server.bounces.google.com | no setting makes Google sign as your domain
          """)
  void whatAServiceCanDoIsWhatIsAsked(String path, String words) throws IOException {
    Mail mail = Mail.from("example.com").spf(path + " pass").messages(9);
    String text = flat(Format.DETAILS, mail, mail.proof());
    assertTrue(text.contains(words), text);
    assertFalse(path.contains("google") && text.contains("let it sign"), text);
  }

  @Test
  void aServiceOnAmazonSesIsNotSaidToProveAmazonsName() throws IOException {
    Mail mail = Mail.from("example.com").spf("mailgun.org pass");
    String text = flat(Format.DETAILS, mail.dkim("mailgun.org pass,amazonses.com pass"));
    assertTrue(text.contains("which proves mailgun.org and not example.com"), text);
  }

  @Test
  void aSignatureThatAServiceMakesIsOursAndNotTheServices() throws IOException {
    Mail mail = Mail.from("example.com").spf("sendgrid.net pass");
    String text =
        flat(Format.DETAILS, mail.dkim("sendgrid.net pass,example.com permerror"), mail.proof());
    assertTrue(
        text.contains("Repair the DKIM signature that Twilio SendGrid makes as example.com"), text);
  }

  @Test
  void anotherCustomerOfAServiceIsCalledThat() throws IOException {
    Mail mail = Mail.from("example.com").spf("other.org pass");
    String text =
        flat(Format.DETAILS, mail.dkim("other-org.20230601.gappssmtp.com pass"), mail.proof());
    assertTrue(text.contains("Another customer of Google Workspace, other.org, sends"), text);
    assertTrue(text.contains("(ask_owner)"), text);
    assertFalse(text.contains("(vendor_dkim)"), text);
  }

  /** Who has said that a domain sends nothing is not frightened into taking it back. */
  @ParameterizedTest
  @CsvSource({"none/none", "reject/reject"})
  void ofADomainThatSendsNothingNoMailIsSaidToBeLost(String treated) throws IOException {
    Mail forged = Mail.from("example.com").spf("example.com fail").treated(treated).messages(9);
    String brief = flat(Format.TEXT, forged);
    assertFalse(brief.contains("may lose"), brief);
    assertTrue(brief.contains("reject loses nothing if the domain sends none"), brief);
    String details = flat(Format.DETAILS, forged);
    assertFalse(details.contains("would not be safe yet"), details);
    assertFalse(details.contains("the strictest that does not"), details);
    assertTrue(details.contains("if it sends none, p=reject loses nothing"), details);
  }

  /** Nobody is led to a looser policy by mail of which it is not known whose it is. */
  @Test
  void aPolicyIsNotLoosenedForMailThatIsUndecided() throws IOException {
    Mail mail = Mail.from("example.com").spf("tool.example pass").treated("reject/reject");
    String text = flat(Format.DETAILS, mail.messages(9), mail.proof());
    assertTrue(text.contains("find out whose that is before you change the policy"), text);
    assertFalse(text.contains("the strictest that does not"), text);
  }

  @Test
  void wherePolicyIsRejectNoStricterOneIsAskedFor() throws IOException {
    Mail mail = Mail.from("example.com").spf("x.bad.org fail").treated("reject/none");
    String text = flat(Format.DETAILS, mail, mail.proof());
    assertTrue(text.contains("Leave the policy of example.com as it is"), text);
    assertFalse(text.contains("stricter policy for"), text);
    assertFalse(text.contains("is what stops such mail"), text);
    mail.treated("quarantine/none");
    text = flat(Format.DETAILS, mail, mail.proof());
    assertTrue(text.contains("Publish a stricter policy for example.com"), text);
  }

  /** The reason that is given for what stands in the way is the one there is. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          example.com temperror | -                     | -    | DNS did not answer for it
          tool.example pass     | -                     | -    | proves its own name, as a tool does
          tool.example pass     | -                     | ours | labelled as yours
          sendgrid.net pass     | -                     | -    | so perhaps for you
          sendgrid.net pass     | -                     | ours | labelled as yours
          -                     | example.com permerror | ours | labelled as yours
          """)
  void whatStandsInTheWayIsNamedWithItsOwnReason(
      String spf, String dkim, String label, String reason) throws IOException {
    Mail mail = Mail.from("example.com").spf(spf).dkim(dkim).messages(9);
    List<SenderLabel> labels =
        label == null ? List.of() : List.of(new SenderLabel("192.0.2.1", "", Ownership.OURS));
    Analysis analysis =
        Mail.analyze(SenderProfiles.standard().withLabels(labels), mail, mail.proof());
    String text = told(Format.DETAILS, analysis).replaceAll("\\s+", " ");
    String way = text.substring(Math.max(0, text.indexOf("In the way")));
    assertTrue(way.contains(", 9 messages: ") && way.contains(reason), text);
  }
}
