package dmarcreports.dns.spf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dmarcreports.dns.Answer;
import dmarcreports.dns.Lookup;
import dmarcreports.dns.RecordType;
import dmarcreports.dns.ResourceRecord;
import dmarcreports.dns.ResourceRecord.Text;
import dmarcreports.dns.Zone;
import dmarcreports.dns.spf.SpfCheck.TermCheck;
import dmarcreports.report.DomainName;
import dmarcreports.report.SourceIp;
import dmarcreports.report.SpfResult;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpfEvaluationTest {
  private static final DomainName DOMAIN = new DomainName("example.com");

  /** Ten terms with ten hosts each, the records, the names of the client, the explanation. */
  private static final int MAX_QUESTIONS = 150;

  private static final String WORLD =
      """
      host.example.com A 192.0.2.1
      host.example.com AAAA 2001:db8::1
      example.com A 192.0.2.10
      example.com MX 20 host.example.com
      example.com MX 10 gone.example.com
      null.example.com MX 0 .
      many.example.com MX 1 m1.example.com
      _spf.example.com TXT "v=spf1 ip4:198.51.100.0/24 ?all"
      closed.example.com TXT "v=spf1 -all"
      plain.example.com TXT "hello"
      two.example.com TXT "v=spf1 a"
      two.example.com TXT "v=spf1 mx"
      broken.example.com TXT "v=spf1 foo"
      down.example.com * !SERVFAIL
      loop.example.com TXT "v=spf1 include:loop.example.com -all"
      said.example.com TXT "v=spf1 exp=why.example.com -all"
      why.example.com TXT "%{i} is not one of %{d}'s"
      1.2.0.192.in-addr.arpa PTR host.example.com
      2.2.0.192.in-addr.arpa PTR host.example.com
      9.2.0.192.in-addr.arpa PTR !SERVFAIL
      nobody._at.example.com A 127.0.0.2
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ip4:192.0.2.0/24 -all             | 192.0.2.1    | PASS 0 0
          ip4:192.0.2.0/24 -all             | 192.0.3.1    | FAIL 0 0
          ip4:192.0.2.0/24 ~all             | 2001:db8::1  | SOFTFAIL 0 0
          ip4:192.0.2.0/24                  | 192.0.3.1    | NEUTRAL 0 0 NO_MATCH
          ?ip4:192.0.2.1                    | 192.0.2.1    | NEUTRAL 0 0
          ip6:2001:db8::/32 -all            | 2001:db8::1  | PASS 0 0
          ip6:::ffff:192.0.2.1/96 -all      | 192.0.2.1    | FAIL 0 0
          ip6:::ffff:192.0.2.1/81 -all      | ::1          | FAIL 0 0
          ip6:::ffff:192.0.2.1/80 -all      | ::1          | PASS 0 0
          a:host.example.com/32//128 -all   | 2001:db8::1  | PASS 1 0
          a -all                            | 192.0.2.10   | PASS 1 0
          a/24 -all                         | 192.0.2.99   | PASS 1 0
          a:host.example.com -all           | 2001:db8::1  | PASS 1 0
          a:host.example.com//64 -all       | 2001:db8::2  | PASS 1 0
          a:host.example.com/24 -all        | 2001:db8::2  | FAIL 1 0
          a -all                            | 2001:db8::1  | FAIL 1 1
          mx -all                           | 192.0.2.1    | PASS 1 1
          mx:null.example.com -all          | 192.0.2.1    | FAIL 1 0
          ptr -all                          | 192.0.2.1    | PASS 1 0
          ptr:other.example -all            | 192.0.2.1    | FAIL 1 0
          ptr -all                          | 192.0.2.2    | FAIL 1 0
          ptr -all                          | 192.0.2.9    | FAIL 1 0
          ptr -all                          | 192.0.2.8    | FAIL 1 1
          exists:%{l}._at.%{d} -all         | 192.0.2.1    | FAIL 1 1
          exists:host.example.com -all      | 2001:db8::1  | PASS 1 0
          include:_spf.example.com -all     | 198.51.100.7 | PASS 1 0
          include:_spf.example.com -all     | 192.0.2.1    | FAIL 1 0
          include:closed.example.com ?all   | 192.0.2.1    | NEUTRAL 1 0
          redirect=_spf.example.com         | 192.0.2.1    | NEUTRAL 1 0
          redirect=closed.example.com       | 192.0.2.1    | FAIL 1 0
          redirect=closed.example.com +all  | 192.0.2.1    | PASS 0 0
          include:plain.example.com -all    | 192.0.2.1    | PERMERROR 1 0 NOTHING_THERE
          include:gone.example.com -all     | 192.0.2.1    | PERMERROR 1 0 NOTHING_THERE
          redirect=plain.example.com        | 192.0.2.1    | PERMERROR 1 0 NOTHING_THERE
          include:two.example.com -all      | 192.0.2.1    | PERMERROR 1 0 SEVERAL_RECORDS
          include:broken.example.com -all   | 192.0.2.1    | PERMERROR 1 0 BROKEN_RECORD
          include:loop.example.com -all     | 192.0.2.1    | PERMERROR 11 0 TOO_MANY_LOOKUPS
          redirect=example.com              | 192.0.2.1    | PERMERROR 11 0 TOO_MANY_LOOKUPS
          +all foo                          | 192.0.2.1    | PERMERROR 0 0 BROKEN_RECORD
          include:down.example.com -all     | 192.0.2.1    | TEMPERROR 1 0 LOOKUP_FAILED
          a:down.example.com -all           | 192.0.2.1    | TEMPERROR 1 0 LOOKUP_FAILED
          mx:down.example.com -all          | 192.0.2.1    | TEMPERROR 1 0 LOOKUP_FAILED
          exists:down.example.com -all      | 192.0.2.1    | TEMPERROR 1 0 LOOKUP_FAILED
          ip4:192.0.2.1 a:down.example.com  | 192.0.2.1    | PASS 0 0
          ptr a:g1.example.com a:g2.example.com -all | 192.0.2.8 | PERMERROR 3 3 TOO_MANY_VOIDS
          a:g1.example.com a:g2.example.com ptr -all | 192.0.2.8 | PERMERROR 3 3 TOO_MANY_VOIDS
          a:g1.example.com a:g2.example.com -all | 192.0.2.1 | FAIL 2 2
          a:g1.example.com a:g2.example.com a:g3.example.com -all | 192.0.2.1 | PERMERROR 3 3 TOO_MANY_VOIDS
          """)
  void whatACheckComesTo(String terms, String ip, String told) {
    SpfEvaluation evaluation = evaluate("v=spf1 " + terms, ip);
    assertEquals(
        told,
        (evaluation.result()
                + " "
                + evaluation.lookups()
                + " "
                + evaluation.voids()
                + " "
                + evaluation.check().cause().map(SpfCause::name).orElse(""))
            .strip());
  }

  @Test
  void withoutARecordThereIsNoResult() {
    SpfIdentity nobody = SpfIdentity.of(new SourceIp("192.0.2.1"), DOMAIN);
    assertEquals(SpfResult.NONE, SpfEvaluation.of(nobody, Zone.of()).result());
    for (String domain : List.of("", "localhost", "a..b", "[192.0.2.1]", ".", "a".repeat(9_999))) {
      SpfIdentity odd = SpfIdentity.of(new SourceIp("192.0.2.1"), "x@" + domain, "h");
      assertEquals(
          Optional.of(SpfCause.BAD_NAME), SpfEvaluation.of(odd, Zone.of()).check().cause());
    }
  }

  @Test
  void aNameInULabelsIsAskedForInALabels() {
    Zone zone = Zone.of("xn--bcher-kva.example TXT \"v=spf1 a:%{d} -all\"");
    SpfEvaluation evaluation =
        SpfEvaluation.of(
            SpfIdentity.of(new SourceIp("192.0.2.1"), "\u00fc@b\u00fccher.example", "h"), zone);
    assertEquals(SpfResult.FAIL, evaluation.result());
    assertEquals("xn--bcher-kva.example. A", zone.asked().get(1).toString());
  }

  @Test
  void whatWasLookedUpIsATree() {
    SpfEvaluation evaluation =
        evaluate("v=spf1 mx include:_spf.example.com redirect=closed.example.com", "203.0.113.1");
    assertEquals(
        """
        example.com FAIL
          mx -> example.com NO_MATCH [example.com. MX, gone.example.com. A, host.example.com. A]
          include:_spf.example.com -> _spf.example.com NO_MATCH []
            _spf.example.com NEUTRAL
              ip4:198.51.100.0/24 ->  NO_MATCH []
              ?all ->  MATCH []
          redirect=closed.example.com -> closed.example.com STOPPED []
            closed.example.com FAIL
              -all ->  MATCH []
        """,
        told(evaluation.check(), ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          %{s}               | strong-bad@email.example.com
          %{o}               | email.example.com
          %{d}               | email.example.com
          %{d4}              | email.example.com
          %{d3}              | email.example.com
          %{d2}              | example.com
          %{d1}              | com
          %{dr}              | com.example.email
          %{d2r}             | example.email
          %{l}               | strong-bad
          %{l-}              | strong.bad
          %{lr}              | strong-bad
          %{lr-}             | bad.strong
          %{l1r-}            | strong
          %{ir}.%{v}._spf.%{d2}    | 3.2.0.192.in-addr._spf.example.com
          %{lr-}.lp._spf.%{d2}     | bad.strong.lp._spf.example.com
          %{lr-}.lp.%{ir}.%{v}._spf.%{d2} | bad.strong.lp.3.2.0.192.in-addr._spf.example.com
          %{d2}.trusted-domains.example.net | example.com.trusted-domains.example.net
          %{S}               | strong-bad%40email.example.com
          %{h}               | helo.example.net
          %{p}               | unknown
          %%.%_.%-.          | '%. .%20.'
          """)
  void macrosStandForWhatTheRfcSays(String text, String expanded) {
    assertEquals(expanded, expanded(text, "192.0.2.3"));
  }

  @Test
  void aCapitalWritesItAsInAUrl() {
    SpfIdentity identity =
        new SpfIdentity(
            new SourceIp("192.0.2.1"), "az.AZ-09_~@[`{/:\u00e4", "example.com", "example.com");
    assertEquals(
        "az.AZ-09_~%40%5B%60%7B%2F%3A%C3%A4",
        expansion(identity).explanation(MacroText.parse("%{L}").orElseThrow(), "example.com"));
  }

  @ParameterizedTest
  @CsvSource({
    "a.%{d}., 11, a.aaaaaaaaaaa",
    "%{d}.%{d}, 253, ''",
    "%{d}.%{d}, 126, D.D",
    "%{d}.%{d}, 127, D",
  })
  void namesAreShortenedFromTheLeft(String text, int length, String name) {
    String domain = "a".repeat(length);
    SpfIdentity identity = SpfIdentity.of(new SourceIp("192.0.2.1"), "x@" + domain, "h");
    assertEquals(
        (name.isEmpty() ? "D" : name).replace("D", domain),
        expansion(identity).name(MacroText.parse(text).orElseThrow(), domain));
  }

  @Test
  void macrosOfIpv6AndOfLongNames() {
    assertEquals(
        "1.0.B.C.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.B.D.0.1.0.0.2.ip6._spf.example.com",
        expanded("%{ir}.%{v}._spf.%{d2}", "2001:db8::cb01"));
    String label = "a".repeat(60);
    SpfIdentity identity =
        SpfIdentity.of(new SourceIp("192.0.2.1"), "x@" + label + "." + label + ".b.example", "h");
    String name = identity.domain();
    Zone deep = Zone.of(name + " TXT \"v=spf1 exists:%{d}.%{d}.%{d} -all\"");
    SpfEvaluation.of(identity, deep);
    assertTrue(deep.asked().get(1).name().text().length() <= 253);
    assertTrue(deep.asked().get(1).name().text().endsWith("." + name));
  }

  @ParameterizedTest
  @CsvSource({
    "x@example.com, h.example, x, example.com",
    "@example.com, h.example, postmaster, example.com",
    "example.com, h.example, postmaster, example.com",
    "a@b@example.com, h.example, a@b, example.com",
    "'', h.example, postmaster, h.example",
  })
  void whoIsChecked(String mailFrom, String helo, String localPart, String domain) {
    SpfIdentity identity = SpfIdentity.of(new SourceIp("192.0.2.1"), mailFrom, helo);
    assertEquals(localPart, identity.localPart());
    assertEquals(domain, identity.domain());
    assertEquals(helo, identity.helo());
  }

  /** RFC 7208, 7.3: the domain itself, else a name below it, else any. */
  @ParameterizedTest
  @CsvSource({"example.com, example.com", "b.example, a.b.example", "c.example, a.b.example"})
  void theNameThatPStandsFor(String domain, String name) {
    Zone zone =
        Zone.of(
            "1.2.0.192.in-addr.arpa PTR example.com",
            "1.2.0.192.in-addr.arpa PTR a.b.example",
            "1.2.0.192.in-addr.arpa PTR liar.example",
            "example.com A 192.0.2.1",
            "a.b.example A 192.0.2.1",
            "liar.example A 192.0.2.9");
    SourceIp ip = new SourceIp("192.0.2.1");
    assertEquals(name, new ValidatedNames(ip, new SpfBudget(zone)).of(domain));
  }

  @Test
  void thePMacroIsANameThatLeadsBack() {
    Zone zone =
        Zone.of(
            WORLD,
            "1.2.0.192.in-addr.arpa PTR liar.example.net",
            "example.com TXT \"v=spf1 exists:%{p}.seen.example.com -all\"");
    SpfEvaluation.of(SpfIdentity.of(new SourceIp("192.0.2.1"), DOMAIN), zone);
    assertTrue(
        zone.asked().stream()
            .anyMatch(q -> q.name().text().equals("host.example.com.seen.example.com")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mx ip4:192.0.2.0/24 -all       | 192.0.2.7    | [ip4:192.0.2.0/24]
          mx -all                        | 192.0.2.7    | [-all]
          mx include:_spf.example.com    | 198.51.100.1 | [include:_spf.example.com, ip4:198.51.100.0/24]
          mx redirect=_spf.example.com   | 192.0.2.7    | [redirect=_spf.example.com, ?all]
          include:_spf.example.com       | 192.0.2.7    | []
          include:broken.example.com mx  | 192.0.2.7    | [include:broken.example.com]
          """)
  void theWayToTheResult(String terms, String ip, String path) {
    List<SpfTerm> way = evaluate("v=spf1 " + terms, ip).path();
    assertEquals(path, way.stream().map(SpfTerm::text).toList().toString());
  }

  @Test
  void aFailIsExplained() {
    assertEquals(
        Optional.of("192.0.2.1 is not one of example.com's"),
        evaluate("v=spf1 exp=why.example.com -all", "192.0.2.1").explanation());
    assertEquals(
        Optional.of("192.0.2.1 is not one of said.example.com's"),
        evaluate("v=spf1 exp=gone.example.com redirect=said.example.com", "192.0.2.1")
            .explanation());
    assertEquals(
        Optional.empty(), evaluate("v=spf1 exp=gone.example.com -all", "192.0.2.1").explanation());
    assertEquals(
        Optional.empty(), evaluate("v=spf1 exp=why.example.com ~all", "192.0.2.1").explanation());
  }

  @Test
  void moreMxThanMayBeAskedAreRefused() {
    for (int count : new int[] {10, 11}) {
      Zone zone = Zone.of("example.com TXT \"v=spf1 mx -all\"");
      for (int i = 0; i < count; i++) {
        String host = "m" + i + ".example.com";
        zone.with("example.com", new ResourceRecord.MailExchange(i, host));
        zone.with(host, new ResourceRecord.Address(new SourceIp("192.0.2.1")));
      }
      SpfEvaluation evaluation =
          SpfEvaluation.of(SpfIdentity.of(new SourceIp("203.0.113.1"), DOMAIN), zone);
      assertEquals(count == 10 ? SpfResult.FAIL : SpfResult.PERMERROR, evaluation.result());
    }
  }

  @Test
  void noMoreThanTenNamesOfAnAddressAreAsked() {
    Zone zone = Zone.of("example.com TXT \"v=spf1 ptr -all\"");
    IntStream.range(0, 1_000)
        .forEach(
            i ->
                zone.with(
                    "1.2.0.192.in-addr.arpa",
                    new ResourceRecord.Pointer(RecordType.PTR, "n" + i + ".example.com")));
    SpfEvaluation.of(SpfIdentity.of(new SourceIp("192.0.2.1"), DOMAIN), zone);
    assertEquals(2 + 10, zone.asked().size());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void whateverIsPublishedItEnds(long seed) {
    Random random = new Random(seed);
    String[] words = {
      "a",
      "mx",
      "ptr",
      "all",
      "-all",
      "ip4:192.0.2.0/24",
      "include:example.com",
      "exists:%{p}.a.b",
      "include:%{d}",
      "redirect=example.com",
      "include:%{l}.%{i}.example.com",
      "exp=%{p}.a.b",
      "a:%{h}",
      "mx:%{dr}",
      "exists:%{ir}.%{v}.%{d2}",
      "foo",
      "exists:%{s}%{s}%{s}%{s}.x.y",
      "%{",
    };
    for (int i = 0; i < 300; i++) {
      int[] questions = {0};
      Lookup lookup =
          question -> {
            questions[0]++;
            Random here = new Random(question.hashCode() * 31L + seed);
            String owner = question.name().text();
            return switch (here.nextInt(8)) {
              case 0 -> new Answer.Absent(Answer.Absence.NAME, List.of());
              case 1 ->
                  question.type() == RecordType.TXT
                      ? new Answer.Absent(Answer.Absence.DATA, List.of())
                      : new Answer.Failed(Answer.Failure.SERVFAIL, "x");
              default -> new Answer.Found(List.of(), records(owner, question.type(), here, words));
            };
          };
      String sender = Integer.toString(random.nextInt(), 36) + "+x@" + "e" + i + ".example";
      SpfEvaluation evaluation =
          SpfEvaluation.of(SpfIdentity.of(new SourceIp("192.0.2.1"), sender, "h.example"), lookup);
      assertTrue(questions[0] <= MAX_QUESTIONS, () -> "asked " + questions[0]);
      assertTrue(evaluation.lookups() <= SpfLimits.MAX_LOOKUPS + 1);
      SpfTree.of(new DomainName("e" + i + ".example"), lookup);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a ",
        "ip4:192.0.2.1 ",
        "include:example.com ",
        "exists:%{p}.a.b ",
        "x=1 ",
        "ptr "
      })
  void tenThousandTermsAreEvaluated(String term) {
    Zone zone =
        Zone.of().with("example.com", new Text(List.of("v=spf1 " + term.repeat(10_000) + "-all")));
    SpfEvaluation.of(SpfIdentity.of(new SourceIp("203.0.113.1"), DOMAIN), zone);
    assertTrue(zone.asked().size() <= MAX_QUESTIONS);
    SpfTree.of(DOMAIN, zone);
  }

  /** All of it would be a hundred megabytes. */
  @Test
  void sixtyFourKibibytesOfMacrosTakeLittleMemory() {
    String macros = "%{S}".repeat(16_000);
    Zone zone =
        Zone.of()
            .with(
                "example.com",
                new Text(List.of("v=spf1 exists:" + macros + ".a.b exp=why.example.com -all")))
            .with("why.example.com", new Text(List.of(macros)));
    SpfIdentity identity =
        SpfIdentity.of(
            new SourceIp("203.0.113.1"), "\u00fc".repeat(70_000) + "@example.com", "h.example");
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = thread.getCurrentThreadAllocatedBytes();
    SpfEvaluation evaluation = SpfEvaluation.of(identity, zone);
    assertTrue(thread.getCurrentThreadAllocatedBytes() - before < 32 << 20);
    assertEquals(SpfResult.FAIL, evaluation.result());
    assertEquals("%C3%BC".repeat(1024).substring(0, 1024), evaluation.explanation().orElseThrow());
  }

  /** Shortened from the left to 253 characters, whatever stands before (RFC 7208, 7.3). */
  @Test
  void aNameIsTheEndOfAllThatItsTextStandsFor() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      String local = "x".repeat(1 + random.nextInt(random.nextBoolean() ? 3 : 300));
      List<String> parts =
          random
              .ints(random.nextInt(1, 9), 0, 4)
              .mapToObj(
                  part -> List.of("%{l}", ".", "a".repeat(1 + random.nextInt(250)), "b.").get(part))
              .toList();
      String text = String.join("", parts) + ".c.d";
      String whole = text.replace("%{l}", local);
      String rest = whole;
      while (rest.length() > 253 && rest.contains(".")) {
        rest = rest.substring(rest.indexOf('.') + 1);
      }
      SpfIdentity identity =
          new SpfIdentity(new SourceIp("192.0.2.1"), local, "example.com", "example.com");
      Zone zone =
          Zone.of().with("example.com", new Text(List.of("v=spf1 exists:" + text + " -all")));
      SpfCheck check = SpfEvaluation.of(identity, zone).check();
      assertEquals(rest, check.terms().get(0).target(), text);
    }
  }

  private static List<ResourceRecord> records(
      String owner, RecordType type, Random random, String[] words) {
    return IntStream.rangeClosed(0, random.nextInt(3))
        .mapToObj(
            i ->
                new ResourceRecord(
                    owner,
                    switch (type) {
                      case TXT ->
                          new Text(
                              List.of(
                                  (i == 0 ? "v=spf1 " : "")
                                      + IntStream.range(0, random.nextInt(12))
                                          .mapToObj(n -> words[random.nextInt(words.length)])
                                          .collect(Collectors.joining(" "))));
                      case MX -> new ResourceRecord.MailExchange(i, "m" + i + "." + owner);
                      case A -> new ResourceRecord.Address(new SourceIp("192.0.2." + i));
                      case AAAA -> new ResourceRecord.Address(new SourceIp("2001:db8::" + (i + 1)));
                      case CNAME, PTR, NS -> new ResourceRecord.Pointer(type, "p" + i + ".example");
                    }))
        .toList();
  }

  private static SpfEvaluation evaluate(String record, String ip) {
    Zone zone = Zone.of(WORLD, "example.com TXT \"" + record + "\"");
    return SpfEvaluation.of(SpfIdentity.of(new SourceIp(ip), DOMAIN), zone);
  }

  /** RFC 7208, 7.4. */
  private static String expanded(String text, String ip) {
    SpfIdentity identity =
        SpfIdentity.of(new SourceIp(ip), "strong-bad@email.example.com", "helo.example.net");
    return expansion(identity).explanation(MacroText.parse(text).orElseThrow(), identity.domain());
  }

  private static MacroExpansion expansion(SpfIdentity identity) {
    SpfBudget budget = new SpfBudget(Zone.of());
    return new MacroExpansion(identity, new ValidatedNames(identity.ip(), budget));
  }

  private static String told(SpfCheck check, String indent) {
    StringBuilder told = new StringBuilder(indent + check.domain() + " " + check.result() + "\n");
    for (TermCheck term : check.terms()) {
      told.append(indent).append("  ").append(term.term().text()).append(" -> ");
      told.append(term.target()).append(" ").append(term.end()).append(" ");
      told.append(term.exchanges().stream().map(SpfCheck.Exchange::question).toList());
      told.append("\n");
      term.inner().ifPresent(inner -> told.append(told(inner, indent + "    ")));
    }
    return told.toString();
  }
}
