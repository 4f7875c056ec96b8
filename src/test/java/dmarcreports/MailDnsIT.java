package dmarcreports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One mail explained by the real jar beside what a real name server publishes now. */
class MailDnsIT {
  private static final String KEY =
      "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDJUJyu/mbbbPqbjxKytMF8TvXmMhO6U8N/KsBcxfZu2gnW8dlWgakp"
          + "sk9f8jIpyNpdmr/6rPVxDlNUUeG3PRWOynrhzLqPPKsV7Rc/ttT/gpnu2KRQaanMz2VujS0JlLUQJ0OFFpEwQZ"
          + "KBq8cS5w4KFjG2M32Kb9v/aPc6RizFwwIDAQAB";
  private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz234561";

  @TempDir static Path folder;
  private static DnsServer server;

  @BeforeAll
  static void start() throws IOException {
    List<String> records =
        List.of(
            "_dmarc.example.com. TXT \"v=DMARC1; p=reject; rua=mailto:r@example.com\"",
            "example.com. TXT \"v=spf1 ip4:192.0.2.10 -all\"",
            "closed.example.com. TXT \"v=spf1 -all\"",
            "there._domainkey.example.com. TXT \"v=DKIM1; t=y; p=" + KEY + "\"",
            "revoked._domainkey.example.com. TXT \"v=DKIM1; p=\"",
            "cut._domainkey.example.com. TXT \"v=DKIM1; p=MIGfMA0GCSqGSIb3\"",
            TOKEN + "._domainkey.example.com. CNAME " + TOKEN + ".dkim.amazonses.com.",
            TOKEN + ".dkim.amazonses.com. TXT \"p=" + KEY + "\"");
    server =
        DnsServer.start(
            Files.createDirectories(folder.resolve("dns")),
            records,
            List.of("_domainkey.broken.example.com"));
  }

  @AfterAll
  static void end() {
    if (server != null) {
      server.close();
    }
  }

  private static Jar.Run explain(SmallMail mail, String options)
      throws IOException, InterruptedException {
    Files.writeString(folder.resolve("m.eml"), mail.text(), StandardCharsets.ISO_8859_1);
    return new Jar(folder).run("explain ./m.eml " + options);
  }

  private static String here() {
    return "--dns --nameserver " + server.address();
  }

  private static List<String> codes(JsonNode json) {
    List<String> codes = new ArrayList<>();
    json.get("dns").forEach(f -> f.get("remarks").forEach(r -> codes.add(r.get("code").asText())));
    return codes;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          there     | example.com        | permerror (no key for signature) | mail.key_there_now dkim.testing
          there     | example.com        | fail      | mail.key_not_the_cause
          there     | example.com        | pass      | mail.key_as_then
          nowhere   | example.com        | permerror | mail.key_missing mail.key_is_the_cause
          nowhere   | example.com        | pass      | dkim.absent mail.key_gone_since
          revoked   | example.com        | fail      | dkim.revoked mail.key_is_the_cause
          cut       | example.com        | fail      | dkim.unreadable mail.key_is_the_cause
          lost      | broken.example.com | permerror | dkim.untold
          abcdefghijklmnopqrstuvwxyz234561 | example.com | permerror | dkim.easy_dkim mail.key_there_now
          """)
  void theKeyOfEachSignature(String selector, String domain, String said, String expected)
      throws Exception {
    SmallMail mail =
        new SmallMail("dkim=" + said + " header.d=" + domain + " header.s=" + selector)
            .signed(domain, selector);
    JsonNode json = new ObjectMapper().readTree(explain(mail, "--format json " + here()).printed());
    List<String> codes = codes(json);
    assertTrue(codes.containsAll(List.of(expected.split(" "))), codes + ": " + expected);
    if (expected.equals("dkim.untold")) {
      assertTrue(codes.stream().noneMatch(c -> c.startsWith("mail.key")), "nothing is concluded");
    }
    Jar.Run text = explain(mail, here());
    assertTrue(text.printed().contains("What DNS shows now\n------"), text.out());
    assertEquals(
        expected.contains("key_there_now"), text.out().contains("Send the mail again"), text.out());
  }

  @ParameterizedTest
  @CsvSource({
    "fail, example.com, mail.path_permitted_now",
    "pass, example.com, mail.path_permitted_as_then",
    "pass, closed.example.com, mail.path_permitted_no_more",
    "softfail, closed.example.com, mail.path_not_permitted_either",
    "none, nothing.example.com, mail.path_without_record"
  })
  void whetherTheClientMaySend(String said, String domain, String expected) throws Exception {
    SmallMail mail =
        new SmallMail("spf=" + said + " smtp.mailfrom=a@" + domain + "; dmarc=fail (p=none)")
            .path("a@" + domain);
    JsonNode json = new ObjectMapper().readTree(explain(mail, "--format json " + here()).printed());
    assertTrue(codes(json).contains(expected), codes(json).toString());
    assertTrue(codes(json).contains("mail.policy_other_now"), codes(json).toString());
  }

  /** What was said then is told all the same, and nothing is made of the silence. */
  @Test
  void aSilentServerTellsNothing() throws Exception {
    SmallMail mail =
        new SmallMail("dkim=permerror (no key) header.d=example.com header.s=there")
            .signed("example.com", "there");
    try (LyingDns silent = new LyingDns((query, empty, tcp) -> null)) {
      Jar.Run run = explain(mail, "--dns --timeout 1s --nameserver " + silent.address());
      Jar.isOneLine(run, 1, "no name server answered", "--nameserver");
      assertTrue(run.out().contains("It fails DMARC") || run.out().contains("cannot be told"));
      assertFalse(run.out().contains("is at there._domainkey"), run.out());
      assertFalse(run.out().contains("  publish"), run.out());
      assertFalse(run.out().contains("WRONG"), run.out());
    }
  }

  @Test
  void withoutItNothingIsAskedAndNothingLoaded() throws Exception {
    SmallMail mail = new SmallMail("spf=pass smtp.mailfrom=a@example.com");
    Files.writeString(folder.resolve("m.eml"), mail.text(), StandardCharsets.ISO_8859_1);
    Jar.Run run = new Jar(folder).shell("JAVA=\"$JAVA -verbose:class\"; jar explain ./m.eml | cat");
    assertTrue(run.printed().contains("dmarcreports.command.ExplainCommand"), "they are listed");
    assertFalse(run.out().contains("org.xbill."), "dnsjava");
    assertFalse(run.out().contains("dmarcreports.analysis.lookup.MailLookups"), "look-ups");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.0.2.1 --dns",
        "./m.eml --timeout 2s",
        "./m.eml --nameserver 127.0.0.1",
        "./m.eml --dns --nameserver a:b:c",
        "./m.eml --dns --timeout 0s"
      })
  void wrongUsageIsSaid(String arguments) throws Exception {
    Files.writeString(folder.resolve("m.eml"), new SmallMail("").text());
    assertEquals(2, new Jar(folder).run("explain " + arguments).code());
  }
}
