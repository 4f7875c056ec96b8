package dmarcreports.dns.dmarc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.dns.Question;
import dmarcreports.dns.Zone;
import dmarcreports.report.DomainName;
import dmarcreports.report.Policy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeWalkTest {
  private static final String DEEP = "a.b.c.d.e.f.g.h.i.j.k.example.com";

  /** RFC 9989, B.4.1 and B.4.2. */
  private static final String SIGNING =
      """
      _dmarc.example.com TXT "v=DMARC1; p=reject"
      _dmarc.signing.example.com TXT "v=DMARC1; p=none"
      """;

  /** RFC 9989, B.4.3. */
  private static final String BANK =
      """
      _dmarc.bank.example TXT "v=DMARC1; p=reject; sp=quarantine; np=reject; psd=y"
      _dmarc.giant.bank.example TXT "v=DMARC1; p=none"
      mega.bank.example A 192.0.2.1
      """;

  private static final String NEWS_ONLY = "_dmarc.news.example.com TXT \"v=DMARC1; p=none\"";
  private static final String NEWS_APART =
      """
      _dmarc.news.example.com TXT "v=DMARC1; p=none; psd=n"
      _dmarc.example.com TXT "v=DMARC1; p=reject"
      """;
  private static final String APEX = "_dmarc.example.com TXT \"v=DMARC1; p=reject\"";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SIGNING    | example.com                | example.com
          SIGNING    | signing.example.com        | example.com
          SIGNING    | a.b.c.d.e.f.g.h.i.j.k.example.com | example.com
          SIGNING    | example.net                | example.net
          BANK       | giant.bank.example         | giant.bank.example
          BANK       | mail.giant.bank.example    | giant.bank.example
          BANK       | mail.mega.bank.example     | mega.bank.example
          BANK       | mega.bank.example          | mega.bank.example
          BANK       | bank.example               | bank.example
          BANK       | a.b.c.d.e.f.g.h.i.bank.example | i.bank.example
          NEWS_ONLY  | news.example.com           | news.example.com
          NEWS_ONLY  | bounce.example.com         | bounce.example.com
          NEWS_ONLY  | example.com                | example.com
          NEWS_ONLY  | bounce.news.example.com    | news.example.com
          NEWS_APART | news.example.com           | news.example.com
          NEWS_APART | b.news.example.com         | news.example.com
          NEWS_APART | example.com                | example.com
          APEX       | news.example.com           | example.com
          APEX       | bounce.example.com         | example.com
          APEX       | us-west-2.amazonses.com    | us-west-2.amazonses.com
          """)
  void theOrganizationalDomain(String world, String name, String organization) {
    TreeWalk walk = TreeWalk.of(new DomainName(name), Zone.of(world(world)));
    assertEquals(Optional.of(new DomainName(organization)), walk.organizationalDomain());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SIGNING    | signing.example.com        | signing.example.com AUTHOR_DOMAIN
          SIGNING    | x.signing.example.com      | example.com ORGANIZATIONAL_DOMAIN
          SIGNING    | a.b.c.d.e.f.g.h.i.j.k.example.com | example.com ORGANIZATIONAL_DOMAIN
          SIGNING    | example.net                | Nowhere[]
          BANK       | giant.bank.example         | giant.bank.example AUTHOR_DOMAIN
          BANK       | mail.giant.bank.example    | giant.bank.example ORGANIZATIONAL_DOMAIN
          BANK       | mail.mega.bank.example     | bank.example PUBLIC_SUFFIX_DOMAIN
          BANK       | bank.example               | bank.example AUTHOR_DOMAIN
          BANK       | example                    | Nowhere[]
          NEWS_ONLY  | bounce.example.com         | Nowhere[]
          NEWS_APART | a.news.example.com         | news.example.com ORGANIZATIONAL_DOMAIN
          """)
  void whoseRecordIsForAName(String world, String name, String found) {
    PolicyDiscovery policy = TreeWalk.of(new DomainName(name), Zone.of(world(world))).policy();
    assertEquals(
        found,
        policy instanceof PolicyDiscovery.Located at
            ? at.domain() + " " + at.seat()
            : policy.toString());
  }

  @Test
  void aDeepNameTakesEightQuestions() {
    Zone zone = Zone.of(SIGNING);
    TreeWalk walk = TreeWalk.of(new DomainName(DEEP), zone);
    assertEquals(
        List.of(
            "_dmarc.a.b.c.d.e.f.g.h.i.j.k.example.com",
            "_dmarc.g.h.i.j.k.example.com",
            "_dmarc.h.i.j.k.example.com",
            "_dmarc.i.j.k.example.com",
            "_dmarc.j.k.example.com",
            "_dmarc.k.example.com",
            "_dmarc.example.com",
            "_dmarc.com"),
        zone.asked().stream().map(q -> q.name().text()).toList());
    assertEquals(zone.asked(), walk.steps().stream().map(s -> s.question().orElseThrow()).toList());
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "7, 7", "8, 8", "9, 8", "100, 8"})
  void soManyQuestionsForSoManyLabels(int labels, int questions) {
    DomainName name = new DomainName("a" + ".a".repeat(labels - 1));
    assertEquals(questions, TreeWalk.of(name, Zone.of()).steps().size());
  }

  @ParameterizedTest
  @CsvSource({"y, 1", "n, 1", "u, 2"})
  void psdEndsTheWalk(String psd, int questions) {
    Zone zone = Zone.of("_dmarc.a.b TXT \"v=DMARC1; p=none; psd=" + psd + "\"");
    assertEquals(questions, TreeWalk.of(new DomainName("a.b"), zone).steps().size());
  }

  @Test
  void severalRecordsAndOthersAreNone() {
    Zone zone =
        Zone.of(
            APEX,
            "_dmarc.a.example.com TXT \"v=DMARC1; p=none\"",
            "_dmarc.a.example.com TXT \"v=DMARC1; p=reject; psd=n\"",
            "_dmarc.b.example.com TXT \"v=dmarc1; p=none\"",
            "_dmarc.c.example.com TXT \"v=DMARC1; \" \"p=none\"",
            "_dmarc.c.example.com TXT \"hello\"");
    TreeWalk walk = TreeWalk.of(new DomainName("a.example.com"), zone);
    assertTrue(walk.steps().get(0).isAmbiguous());
    assertEquals(3, walk.steps().size());
    assertEquals("example.com", walk.organizationalDomain().orElseThrow().text());
    assertFalse(walk.steps().get(1).isAmbiguous());
    DmarcLookup b = DmarcLookup.of(new DomainName("b.example.com"), zone);
    assertEquals(Optional.empty(), b.record());
    assertEquals(OtherText.Likeness.CASE, b.others().get(0).likeness());
    DmarcLookup c = DmarcLookup.of(new DomainName("c.example.com"), zone);
    assertEquals("v=DMARC1; p=none", c.record().orElseThrow().text());
    assertEquals(1, c.others().size());
  }

  @Test
  void nothingIsToldPastAFailure() {
    for (String failed : List.of("_dmarc.example.com", "_dmarc.com")) {
      Zone zone = Zone.of(APEX, NEWS_ONLY, failed + " TXT !SERVFAIL");
      TreeWalk below = TreeWalk.of(new DomainName("a.news.example.com"), zone);
      assertEquals(Optional.empty(), below.organizationalDomain());
      PolicyDiscovery.Untold untold = (PolicyDiscovery.Untold) below.policy();
      assertEquals(Optional.of(untold.at()), below.failure());
      TreeWalk own = TreeWalk.of(new DomainName("news.example.com"), zone);
      assertEquals(Optional.empty(), own.organizationalDomain());
      assertTrue(own.policy() instanceof PolicyDiscovery.Located);
    }
    Zone zone = Zone.of(NEWS_APART, "_dmarc.com TXT !TIMEOUT");
    TreeWalk stopped = TreeWalk.of(new DomainName("a.news.example.com"), zone);
    assertEquals("news.example.com", stopped.organizationalDomain().orElseThrow().text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          p=reject                      | YES     | REJECT P
          p=reject                      | UNKNOWN | REJECT P
          p=reject; sp=none             | YES     | NONE SP
          p=reject; sp=none             | NO      | NONE SP
          p=reject; sp=none             | UNKNOWN | NONE SP
          p=none; np=reject             | YES     | NONE P
          p=none; np=reject             | NO      | REJECT NP
          p=none; np=reject             | UNKNOWN | nothing
          p=none; sp=quarantine; np=reject | YES  | QUARANTINE SP
          p=none; sp=quarantine; np=reject | NO   | REJECT NP
          p=reject; sp=x                | YES     | nothing
          p=reject; sp=x; rua=mailto:a@b.c | YES  | NONE P
          p=reject; t=y                 | YES     | REJECT P softer QUARANTINE
          p=quarantine; t=y             | YES     | QUARANTINE P softer NONE
          p=none; t=y                   | YES     | NONE P
          """)
  void thePolicyForANameBelow(String tags, Existence existence, String applied) {
    Zone zone = Zone.of("_dmarc.example.com TXT \"v=DMARC1; " + tags + "\"");
    assertEquals(applied, applied(zone, "a.example.com", existence));
  }

  @Test
  void thePolicyForTheNameItselfIsP() {
    Zone zone = Zone.of("_dmarc.example.com TXT \"v=DMARC1; p=reject; sp=none; np=none\"");
    for (Existence existence : Existence.values()) {
      assertEquals("REJECT P", applied(zone, "example.com", existence));
    }
  }

  @Test
  void onlyThatThereIsNoSuchNameSaysNo() {
    Zone zone =
        Zone.of(
            "a.example.com MX 10 mx.example.com.",
            "x.b.example.com TXT \"there\"",
            "alias.example.com CNAME gone.example.com",
            "down.example.com * !TIMEOUT");
    assertEquals(Existence.YES, Existence.of(new DomainName("a.example.com"), zone));
    assertEquals(Existence.YES, Existence.of(new DomainName("b.example.com"), zone));
    assertEquals(Existence.YES, Existence.of(new DomainName("alias.example.com"), zone));
    assertEquals(Existence.NO, Existence.of(new DomainName("gone.example.com"), zone));
    assertEquals(Existence.UNKNOWN, Existence.of(new DomainName("down.example.com"), zone));
  }

  @Test
  void theSuffixListMayFindAnotherOne() {
    Zone zone = Zone.of(NEWS_ONLY, APEX);
    DomainName organization = new DomainName("example.com");
    PolicyDiscovery found =
        PolicyDiscovery.bySuffixList(new DomainName("a.news.example.com"), n -> organization, zone);
    assertEquals(organization, ((PolicyDiscovery.Located) found).domain());
    assertEquals(
        List.of("_dmarc.a.news.example.com. TXT", "_dmarc.example.com. TXT"),
        zone.asked().stream().map(Question::toString).toList());
    PolicyDiscovery none =
        PolicyDiscovery.bySuffixList(new DomainName("example.net"), n -> n, Zone.of());
    assertEquals(new PolicyDiscovery.Nowhere(), none);
    PolicyDiscovery untold =
        PolicyDiscovery.bySuffixList(
            new DomainName("a.example.com"),
            n -> organization,
            Zone.of("_dmarc.a.example.com TXT !LAME"));
    assertTrue(untold instanceof PolicyDiscovery.Untold);
  }

  @Test
  void aNameTooLongForItsRecordHasNone() {
    DomainName longest = new DomainName(("a".repeat(63) + ".").repeat(3) + "a".repeat(61));
    Zone zone = Zone.of();
    assertEquals(Optional.empty(), DmarcLookup.of(longest, zone).question());
    assertEquals(List.of(), zone.asked());
    assertEquals(Optional.of(longest), TreeWalk.of(longest, zone).organizationalDomain());
  }

  private static String applied(Zone zone, String name, Existence existence) {
    DomainName domain = new DomainName(name);
    PolicyDiscovery.Located found = (PolicyDiscovery.Located) TreeWalk.of(domain, zone).policy();
    return AppliedPolicy.of(found, domain, existence)
        .map(
            a -> {
              Policy softer = a.effective();
              String more = softer == a.stated() ? "" : " softer " + softer;
              return a.stated() + " " + a.tag() + more;
            })
        .orElse("nothing");
  }

  private static String world(String name) {
    return switch (name) {
      case "SIGNING" -> SIGNING;
      case "BANK" -> BANK;
      case "NEWS_ONLY" -> NEWS_ONLY;
      case "NEWS_APART" -> NEWS_APART;
      case "APEX" -> APEX;
      default -> throw new IllegalArgumentException(name);
    };
  }
}
