package dmarcreports.analysis.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.SmallMail;
import dmarcreports.analysis.Mail;
import dmarcreports.analysis.MailAnalysis;
import dmarcreports.analysis.explain.ExplainedMail;
import dmarcreports.analysis.explain.KnownPolicies;
import dmarcreports.analysis.explain.MailDoubt;
import dmarcreports.analysis.sender.SenderProfiles;
import dmarcreports.dns.Zone;
import dmarcreports.mail.Input;
import dmarcreports.mail.OneMail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one mail shows beside what DNS shows now. */
class MailLookupsTest {
  private static final String KEY =
      "v=DKIM1; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDJUJyu/mbbbPqbjxKytMF8TvXmMhO6U8N/KsBcxfZu2"
          + "gnW8dlWgakpsk9f8jIpyNpdmr/6rPVxDlNUUeG3PRWOynrhzLqPPKsV7Rc/ttT/gpnu2KRQaanMz2VujS0JlLU"
          + "QJ0OFFpEwQZKBq8cS5w4KFjG2M32Kb9v/aPc6RizFwwIDAQAB";

  private static ExplainedMail explained(SmallMail mail) throws Exception {
    return MailAnalysis.of(
        OneMail.read(Input.of("-", mail.bytes())),
        Optional.empty(),
        KnownPolicies.NONE,
        Mail.SUFFIXES,
        SenderProfiles.standard());
  }

  private static CheckedMail checked(SmallMail mail, String... zone) throws Exception {
    return new MailLookups(Zone.of(zone), Mail.SUFFIXES).of(explained(mail));
  }

  private static List<String> codes(CheckedMail checked, String topic) {
    List<String> codes = new ArrayList<>();
    for (Finding finding : checked.findings()) {
      if (finding.topic().name().toLowerCase(java.util.Locale.ROOT).equals(topic)) {
        finding.remarks().forEach(remark -> codes.add(remark.code()));
      }
    }
    return codes;
  }

  private static String advised(CheckedMail checked, String code) {
    return checked.findings().stream()
        .flatMap(finding -> finding.remarks().stream())
        .filter(remark -> remark.code().equals(code))
        .map(r -> r.severity() + r.advice().map(a -> " " + a.phrase().key()).orElse(""))
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          # what the receiver says        | what lies there | what is said
          dkim=pass                       | KEY       | dkim.key_short mail.key_as_then
          dkim=permerror (no key)         | KEY       | dkim.key_short mail.key_there_now
          dkim=permerror                  | KEY       | dkim.key_short mail.key_there_now
          dkim=temperror (no key for signature) | KEY | dkim.key_short mail.key_there_now
          dkim=fail (no key for signature) | KEY      | dkim.key_short mail.key_there_now
          dkim=temperror (dns timeout)    | KEY       | dkim.key_short mail.key_unanswered_then
          dkim=fail (body hash did not verify) | KEY  | dkim.key_short mail.key_not_the_cause
          dkim=fail                       | KEY       | dkim.key_short mail.key_not_the_cause
          dkim=policy                     | KEY       | dkim.key_short mail.key_not_the_cause
          dkim=neutral                    | KEY       | dkim.key_short
          dkim=none                       | KEY       | dkim.key_short
          dkim=pass                       |           | dkim.absent mail.key_gone_since
          dkim=permerror (no key)         |           | mail.key_missing mail.key_is_the_cause
          dkim=fail                       |           | mail.key_missing mail.key_is_the_cause
          dkim=temperror                  |           | mail.key_missing
          spf=none                        |           | mail.key_missing
          ''                              |           | mail.key_missing
          dkim=pass                       | p=        | dkim.revoked mail.key_gone_since
          dkim=fail                       | p=        | dkim.revoked mail.key_is_the_cause
          dkim=fail                       | p=MIGfMA0G | dkim.unreadable mail.key_is_the_cause
          dkim=pass                       | !SERVFAIL | dkim.untold
          dkim=permerror (no key)         | !SERVFAIL | dkim.untold
          dkim=fail                       | !TIMEOUT  | dkim.untold
          """)
  void theKeyBesideWhatTheReceiverMadeOfIt(String said, String there, String expected)
      throws Exception {
    String results = said.startsWith("dkim") ? said + " header.d=example.com header.s=s1" : said;
    String record =
        there == null
            ? ""
            : there.startsWith("!") ? there : "\"" + there.replace("KEY", KEY) + "\"";
    CheckedMail checked =
        checked(
            new SmallMail(results).signed("example.com", "s1"),
            record.isEmpty() ? "" : "s1._domainkey.example.com TXT " + record);
    assertEquals(expected, String.join(" ", codes(checked, "dkim")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pass     | "v=spf1 ip4:192.0.2.10 -all" | mail.path_permitted_as_then
          fail     | "v=spf1 ip4:192.0.2.10 -all" | mail.path_permitted_now
          softfail | "v=spf1 ip4:192.0.2.10 -all" | mail.path_permitted_now
          none     | "v=spf1 ip4:192.0.2.10 -all" | mail.path_permitted_now
          pass     | "v=spf1 -all"                | mail.path_permitted_no_more
          fail     | "v=spf1 ~all"                | mail.path_not_permitted_either
          pass     | "v=spf1 include:gone.example -all" | mail.path_permitted_no_more
          pass     | "v=spf1 include:broken.example -all" | mail.path_untold
          fail     | "v=spf1 include:broken.example -all" | mail.path_untold
          fail     | !SERVFAIL                    | mail.path_untold
          pass     | "v=spf1 exists:%{l}.%{i}.ok.example -all" | mail.path_permitted_as_then
          ''       | "v=spf1 ip4:192.0.2.10 -all" | mail.path_permitted
          ''       | "v=spf1 -all"                | mail.path_not_permitted
          """)
  void theReturnPathBesideWhatTheReceiverFound(String said, String record, String expected)
      throws Exception {
    String results = said.isEmpty() ? "dmarc=fail" : "spf=" + said + " smtp.mailfrom=a@example.com";
    List<String> codes =
        codes(
            checked(
                new SmallMail(results),
                "example.com TXT " + record,
                "a.192.0.2.10.ok.example A 127.0.0.2",
                "broken.example * !SERVFAIL"),
            "spf");
    assertEquals(expected, codes.get(codes.size() - 1), codes.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          (p=REJECT) | p=reject     | mail.policy_as_then
          (p=NONE)   | p=reject     | mail.policy_other_now
          (none)     | p=reject     | mail.policy_now
          (p=NONE)   |              | mail.policy_gone
          (none)     |              | dmarc.absent
          (p=NONE)   | !SERVFAIL    | dmarc.untold
          """)
  void thePolicyBesideTheOneThatTheReceiverHad(String said, String record, String expected)
      throws Exception {
    String data =
        record == null
            ? ""
            : "_dmarc.example.com TXT "
                + (record.startsWith("!") ? record : "\"v=DMARC1; " + record + "\"");
    List<String> codes = codes(checked(new SmallMail("dmarc=fail " + said), data), "dmarc");
    assertEquals(expected, codes.get(codes.size() - 1), codes.toString());
  }

  /** A forger can name a selector, and a stranger's record is no business of the reader's. */
  @Test
  void whatIsAdvisedDependsOnWhoseNameItIs() throws Exception {
    String said = "dkim=fail header.d=example.com header.s=s1";
    CheckedMail forged = checked(new SmallMail(said).signed("example.com", "s1"));
    assertEquals("UNKNOWN lookup.dkim_advice.if_yours", advised(forged, "mail.key_missing"));

    CheckedMail proven =
        checked(
            new SmallMail(said + "; dkim=pass header.d=amazonses.com header.s=z")
                .signed("example.com", "s1")
                .signed("amazonses.com", "z"));
    assertEquals("ATTENTION lookup.dkim_advice.publish_key NOTE", advised(proven, "dkim.absent"));

    CheckedMail foreign =
        checked(
            new SmallMail("spf=pass smtp.mailfrom=x@vendor.example").path("x@vendor.example"),
            "vendor.example TXT \"v=spf1 +all\"",
            "vendor.example TXT \"v=spf1 -all\"");
    assertEquals(List.of("mail.path_permitted_no_more"), codes(foreign, "spf"));
    assertEquals("NOTE", advised(foreign, "mail.path_permitted_no_more"));
  }

  /** RFC 7208, 2.4: where the return path is empty, SPF is checked for the host. */
  @Test
  void aBounceIsCheckedForItsHost() throws Exception {
    CheckedMail bounce =
        checked(
            new SmallMail("spf=pass smtp.helo=out.example.com").path(""),
            "out.example.com TXT \"v=spf1 ip4:192.0.2.10 -all\"");
    assertTrue(codes(bounce, "spf").contains("mail.path_permitted_as_then"));
  }

  @Test
  void fewKeysAreLookedUpThoseOfTheAuthorFirst() throws Exception {
    SmallMail mail = new SmallMail("");
    for (int i = 0; i < 300; i++) {
      mail.signed("vendor.example", "s" + i);
    }
    mail.signed("example.com", "mine").signed("example.com", "x".repeat(100_000));
    Zone zone = Zone.of("");
    CheckedMail checked = new MailLookups(zone, Mail.SUFFIXES).of(explained(mail));
    List<Finding> keys = checked.findings().stream().filter(f -> f.topic() == Topic.DKIM).toList();
    assertEquals(MailKeyFindings.MOST_KEYS, keys.size());
    assertEquals("mine._domainkey.example.com", keys.get(0).name());
    assertTrue(codes(checked, "dkim").contains("mail.more_keys"));
    assertTrue(codes(checked, "dkim").contains("dkim.no_name_in_dns"));
    assertTrue(keys.stream().allMatch(key -> key.name().length() < 300), "names are short");
    assertTrue(new TreeSet<>(zone.asked()).size() < 40, zone.asked().toString());
  }

  /** Three belong together; those that are known are named. */
  @Test
  void tokensOfEasyDkimAreNamedTogether() throws Exception {
    String token = "abcdefghijklmnopqrstuvwxyz23456";
    CheckedMail checked =
        checked(
            new SmallMail("")
                .signed("example.com", token + "2")
                .signed("example.com", token + "3")
                .signed("example.com", "other"),
            token + "2._domainkey.example.com CNAME " + token + "2.dkim.amazonses.com",
            token + "2.dkim.amazonses.com TXT \"" + KEY + "\"");
    String said =
        checked.findings().stream()
            .flatMap(finding -> finding.remarks().stream())
            .filter(remark -> remark.code().equals("dkim.easy_dkim"))
            .map(remark -> remark.meaning().values().toString())
            .findFirst()
            .orElseThrow();
    assertTrue(said.contains(token + "2") && said.contains(token + "3"), said);
    assertFalse(said.contains("other"), said);
  }

  @Test
  void nothingIsDoubtedThatWasAskedFor() throws Exception {
    CheckedMail checked = checked(new SmallMail("dmarc=fail"));
    List<Object> doubts = new ArrayList<>();
    checked.mail().doubts().forEach(doubt -> doubts.add(doubt.phrase()));
    assertTrue(doubts.contains(MailDoubt.DNS_OF_NOW));
    assertFalse(doubts.contains(MailDoubt.NOTHING_ASKED));
    assertFalse(doubts.contains(MailDoubt.POLICY_UNKNOWN));
  }

  /** RFC 6376, 6.1.1: a signature that is none ends in permerror, whatever its key. */
  @Test
  void aBrokenSignatureIsNoMissingKey() throws Exception {
    CheckedMail checked =
        checked(
            new SmallMail("dkim=permerror header.d=example.com header.s=s1")
                .signed("example.com", "s1; a=rsa-sha1"),
            "s1._domainkey.example.com TXT \"" + KEY + "\"");
    assertTrue(codes(checked, "dkim").contains("mail.key_not_the_cause"), checked.toString());
  }

  @Test
  void aCustomMailFromDomainIsLookedUpAsSuch() throws Exception {
    CheckedMail checked =
        checked(
            new SmallMail("spf=fail smtp.mailfrom=a@bounce.example.com")
                .path("a@bounce.example.com"),
            "bounce.example.com MX 10 feedback-smtp.eu-west-1.amazonses.com",
            "bounce.example.com TXT \"v=spf1 -all\"");
    assertTrue(codes(checked, "mail_from").contains("mail_from.spf_without_ses"));
    assertEquals(2, checked.count(Severity.ATTENTION), "that, and no DMARC record");
  }

  /** What was mended since comes first in what is told. */
  @Test
  void changesAreNamed() throws Exception {
    CheckedMail checked =
        checked(
            new SmallMail(
                    "dkim=permerror (no key) header.d=example.com header.s=s1;"
                        + " spf=fail smtp.mailfrom=a@example.com; dmarc=fail (p=none)")
                .signed("example.com", "s1"),
            "s1._domainkey.example.com TXT \"" + KEY + "\"",
            "example.com TXT \"v=spf1 ip4:192.0.2.10 -all\"",
            "_dmarc.example.com TXT \"v=DMARC1; p=none; rua=mailto:r@example.com\"");
    assertEquals(
        List.of(MailRemark.PATH_PERMITTED_NOW, MailRemark.KEY_THERE_NOW),
        checked.changes().stream().map(one -> one.phrase()).toList());
  }
}
