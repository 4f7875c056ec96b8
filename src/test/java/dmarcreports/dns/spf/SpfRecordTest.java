package dmarcreports.dns.spf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.dns.Zone;
import dmarcreports.dns.spf.SpfTerm.Directive;
import dmarcreports.dns.spf.SpfTerm.Modifier;
import dmarcreports.report.DomainName;
import dmarcreports.report.SourceIp;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpfRecordTest {
  private static final String GOOD =
      "v=spf1 +a mx/24 ~a:mail.example.com/28//64 ?ip4:192.0.2.0/24 -ip6:2001:db8::/32"
          + " include:_spf.example.com exists:%{ir}.%{v}._spf.%{d2} ptr:example.com"
          + " redirect=_spf.%{d} exp=why.example.com x-odd=%{s} -all";

  @Test
  void everyTermIsRead() {
    SpfRecord record = parse(GOOD);
    assertEquals("", faults(record));
    assertEquals(
        "PASS A 32/128, PASS MX 24/128, SOFTFAIL A mail.example.com 28/64,"
            + " NEUTRAL IP4 192.0.2.0/24, FAIL IP6 2001:db8::/32, PASS INCLUDE _spf.example.com,"
            + " PASS EXISTS %{ir}.%{v}._spf.%{d2}, PASS PTR example.com, redirect=_spf.%{d},"
            + " exp=why.example.com, x-odd, FAIL ALL",
        record.terms().stream().map(SpfRecordTest::told).collect(Collectors.joining(", ")));
    assertEquals(7, record.terms().stream().filter(SpfTerm::isLookup).count());
    assertEquals(Optional.empty(), record.redirect());
    assertEquals(7, record.terms().get(0).place());
  }

  @ParameterizedTest
  @ValueSource(strings = {"v=spf1", "v=spf1 ", "V=SPF1 -all", "v=spf1   a  "})
  void whatIsARecord(String text) {
    assertEquals("", faults(parse(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "v=spf10", "v=spf2.0/pra", " v=spf1", "v=spf1\ta", "spf1 -all"})
  void whatIsNone(String text) {
    assertEquals(Optional.empty(), SpfRecord.parse(text));
  }

  /** RFC 7208, 12. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          foo                   | UNKNOWN_MECHANISM
          ipv4:192.0.2.1        | UNKNOWN_MECHANISM
          192.0.2.1             | UNKNOWN_MECHANISM
          ++a                   | UNKNOWN_MECHANISM
          -                     | UNKNOWN_MECHANISM
          "a"                   | UNKNOWN_MECHANISM
          all:x                 | ARGUMENT_UNEXPECTED
          all/8                 | ARGUMENT_UNEXPECTED
          ptr/8                 | ARGUMENT_UNEXPECTED
          include               | ARGUMENT_MISSING
          include:              | ARGUMENT_MISSING
          include/24            | ARGUMENT_MISSING
          exists                | ARGUMENT_MISSING
          a:                    | ARGUMENT_MISSING
          ip4                   | ARGUMENT_MISSING
          ip4:                  | BAD_ADDRESS
          ip4:192.0.2           | BAD_ADDRESS
          ip4:192.0.2.256       | BAD_ADDRESS
          ip4:192.0.02.1        | BAD_ADDRESS
          ip4:192.0.2.1:25      | BAD_ADDRESS
          ip4:2001:db8::1       | BAD_ADDRESS
          ip4:192.0.2.1/33      | BAD_PREFIX
          ip4:192.0.2.1/08      | BAD_PREFIX
          ip4:192.0.2.1/        | BAD_PREFIX
          ip4:192.0.2.1//8      | BAD_PREFIX
          ip6:192.0.2.1         | BAD_ADDRESS
          ip6:192.0.2.1:25      | BAD_ADDRESS
          ip6:[2001:db8::1]     | BAD_ADDRESS
          ip6:2001:db8::1%1     | BAD_ADDRESS
          ip6:2001:db8::1/129   | BAD_PREFIX
          a/33                  | BAD_PREFIX
          a//129                | BAD_PREFIX
          a/8/9                 | BAD_PREFIX
          mx/x                  | BAD_PREFIX
          a:example             | BAD_DOMAIN
          a:example.            | BAD_DOMAIN
          a:192.0.2.1           | BAD_DOMAIN
          a:example.com:25      | BAD_DOMAIN
          a:example.-com        | BAD_DOMAIN
          include:example.com/8 | BAD_DOMAIN
          a:%{d}com             | BAD_DOMAIN
          exists:%{x}.a.b       | BAD_MACRO
          exists:%{d.a.b        | BAD_MACRO
          exists:%{d0}.a.b      | BAD_MACRO
          exists:%{c}.a.b       | BAD_MACRO
          exists:50%.a.b        | BAD_MACRO
          exists:%{d-!}.a.b     | BAD_MACRO
          redirect=             | BAD_DOMAIN
          redirect=%            | BAD_MACRO
          exp=x                 | BAD_DOMAIN
          x=%                   | BAD_MACRO
          a:m\u00fc.example     | BAD_CHARACTER
          a:m\u007f.example     | BAD_CHARACTER
          """)
  void forWhatARecordIsRefused(String word, String breach) {
    SpfRecord record = parse("v=spf1 mx " + word + " -all");
    assertEquals(breach + "@10 " + word, faults(record));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a:example.com.",
        "a:a-b.c-d",
        "a:x.9a",
        "a:%{d}",
        "a:%{d}/24//64",
        "a:ex%{d}.example.com",
        "A:EXAMPLE.COM",
        "exists:%{l1r+-/}.a.b",
        "exists:%{L}.a.b",
        "exists:a.%%",
        "exists:%{d999999999999999999}",
        "exists:a/b!c.d.e",
        "exists:!~.d.e",
        "ip6:::1/0",
        "ip6:::ffff:192.0.2.1/96",
        "ip4:0.0.0.0/0",
        "x=",
        "x.y_z-1=%{s}",
        "include=example.com",
        "moo.cow=far_out",
      })
  void whatIsAllowed(String word) {
    assertEquals("", faults(parse("v=spf1 " + word)));
  }

  @Test
  void aTabIsNoBlank() {
    assertEquals("BAD_CHARACTER@7 a\tmx", faults(parse("v=spf1 a\tmx -all")));
  }

  @Test
  void macrosAreNamed() {
    assertEquals(
        "[i, v, d]", MacroText.parse("%{ir}.%{v}.x.%{D2}.%%").orElseThrow().letters().toString());
    assertEquals(Optional.empty(), MacroText.parse("%{d}").orElseThrow().constant());
    assertEquals(Optional.of("a.%b"), MacroText.parse("a.%%b").orElseThrow().constant());
  }

  @Test
  void modifiersStandOnce() {
    assertEquals(
        "DUPLICATE_MODIFIER@20 redirect=c.d DUPLICATE_MODIFIER@41 EXP=b.c"
            + " UNKNOWN_MECHANISM@57 foo",
        faults(parse("v=spf1 redirect=a.b redirect=c.d exp=a.b EXP=b.c x=1 x=2 foo")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          v=spf1 mx -all                        | ''
          v=spf1 redirect=a.b                   | ''
          v=spf1 +all                           | PASS_ALL@7 +all
          v=spf1 all                            | PASS_ALL@7 all
          v=spf1 -all mx                        | AFTER_ALL@12 mx
          v=spf1 redirect=a.b -all              | AFTER_ALL@7 redirect=a.b
          v=spf1 mx                             | NO_END@9
          v=spf1 ptr ?all                       | PTR@7 ptr
          v=spf1 x=y -all                       | UNKNOWN_MODIFIER@7 x=y
          v=spf1 include=a.b ip4=192.0.2.1 -all | MECHANISM_AS_MODIFIER@7 include=a.b MECHANISM_AS_MODIFIER@19 ip4=192.0.2.1
          v=spf1 mx v=spf1 a -all               | SECOND_VERSION@10 v=spf1
          v=spf1 mx MX -all                     | REPEATED@10 MX
          """)
  void whatStrikes(String text, String remarks) {
    assertEquals(
        remarks,
        parse(text).remarks().stream()
            .map(r -> (r.oddity() + "@" + r.place() + " " + r.text()).strip())
            .collect(Collectors.joining(" ")));
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.0/24, 192.0.2.255, true",
    "192.0.2.0/24, 192.0.3.0, false",
    "192.0.2.1/32, 192.0.2.1, true",
    "192.0.2.1/32, 192.0.2.0, false",
    "0.0.0.0/0, 255.255.255.255, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "::/0, 2001:db8::1, true",
    "::/0, 192.0.2.1, false",
    "2001:db8::/32, 2001:db8:ffff::1, true",
    "2001:db8::/64, 2001:db8::ffff:0:0:1, true",
    "2001:db8::/65, 2001:db8::8000:0:0:1, false",
    "2001:db8::1/128, 2001:db8::1, true",
    "2001:db8::1/128, 2001:db8::2, false",
  })
  void aRangeHoldsWhatBeginsAsItDoes(String range, String ip, boolean held) {
    int slash = range.indexOf('/');
    IpRange addresses =
        new IpRange(
            new SourceIp(range.substring(0, slash)), Integer.parseInt(range.substring(slash + 1)));
    assertEquals(held, addresses.contains(new SourceIp(ip)));
  }

  @Test
  void recordsAreFoundAtAName() {
    DomainName name = new DomainName("example.com");
    SpfLookup one =
        SpfLookup.of(
            name, Zone.of("example.com TXT \"v=spf1 \" \"-all\"", "example.com TXT \"x\""));
    assertEquals("[]", one.alike().toString());
    assertEquals("v=spf1 -all", one.record().orElseThrow().text());
    SpfLookup two =
        SpfLookup.of(
            name, Zone.of("example.com TXT \"v=spf1 a\"", "example.com TXT \"v=spf1 mx\""));
    assertTrue(two.isAmbiguous());
    assertEquals(Optional.empty(), two.record());
    SpfLookup joined =
        SpfLookup.of(
            name, Zone.of("example.com TXT \"v=spf1\" \"-all\"", "example.com TXT \"spf1\""));
    assertEquals("[spf1, v=spf1-all]", joined.alike().toString());
    assertTrue(SpfLookup.of(name, Zone.of("example.com TXT !TIMEOUT")).failed());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void anythingIsRead(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(random.nextInt(9) == 0 ? "v=spf1 " : GOOD);
      for (int n = random.nextInt(6); n >= 0; n--) {
        int at = Math.min(7, text.length()) + random.nextInt(Math.max(1, text.length() - 7));
        switch (random.nextInt(3)) {
          case 0 -> text.insert(at, (char) random.nextInt(256));
          case 1 -> text.insert(at, GOOD, 0, random.nextInt(GOOD.length()));
          default -> text.delete(at, at + random.nextInt(5));
        }
      }
      SpfRecord.parse(text.toString()).ifPresent(SpfRecord::remarks);
    }
  }

  @Test
  void neitherLengthNorNumberStopsIt() {
    for (String part :
        new String[] {
          " ", "a", "a ", "/", "/1", "%{", "%{d}", "%{d", "(", ".", "a.", "=", ":", "1"
        }) {
      for (String begin : new String[] {"", "a:", "a", "ip4:", "ip6:", "exists:", "x=", "exp="}) {
        SpfRecord.parse("v=spf1 " + begin + part.repeat(64_000 / part.length()))
            .ifPresent(SpfRecord::remarks);
      }
    }
  }

  private static SpfRecord parse(String text) {
    return SpfRecord.parse(text).orElseThrow();
  }

  private static String faults(SpfRecord record) {
    return record.faults().stream()
        .map(f -> f.breach() + "@" + f.place() + " " + f.text())
        .collect(Collectors.joining(" "));
  }

  private static String told(SpfTerm term) {
    String domain = term.domain().map(d -> " " + d).orElse("");
    if (term instanceof Modifier modifier) {
      return modifier.name() + domain.replace(' ', '=');
    }
    Directive directive = (Directive) term;
    String bits =
        switch (directive.mechanism()) {
          case A, MX -> " " + directive.prefix4() + "/" + directive.prefix6();
          case IP4, IP6 -> " " + directive.range().orElseThrow();
          case ALL, INCLUDE, PTR, EXISTS -> "";
        };
    return directive.qualifier() + " " + directive.mechanism() + domain + bits;
  }
}
