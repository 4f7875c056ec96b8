package dmarcreports.dns.dmarc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.dns.dmarc.OtherText.Likeness;
import dmarcreports.dns.dmarc.PublishedDmarc.Psd;
import dmarcreports.dns.dmarc.PublishedDmarc.Use;
import dmarcreports.report.AlignmentMode;
import dmarcreports.report.DomainName;
import dmarcreports.report.Policy;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedDmarcTest {
  private static final String GOOD =
      "v=DMARC1; p=quarantine; sp=reject; np=none; adkim=s; aspf=r; t=y; psd=n; fo=1:d:s;"
          + " rua=mailto:a@example.com,mailto:b@example.net!10m; ruf=mailto:c@example.com;";

  @Test
  void everyTagIsRead() {
    PublishedDmarc record = parse(GOOD);
    assertEquals("", faults(record));
    assertEquals(Optional.of(Policy.QUARANTINE), record.policy(DmarcTag.P));
    assertEquals(Optional.of(Policy.REJECT), record.policy(DmarcTag.SP));
    assertEquals(Optional.of(Policy.NONE), record.policy(DmarcTag.NP));
    assertEquals(AlignmentMode.STRICT, record.adkim());
    assertEquals(AlignmentMode.RELAXED, record.aspf());
    assertTrue(record.isTesting());
    assertEquals(Psd.NO, record.psd());
    assertEquals(OptionalInt.empty(), record.pct());
    assertEquals(Use.AS_PUBLISHED, record.use());
  }

  @Test
  void aBareRecordHasItsDefaults() {
    PublishedDmarc record = parse("v=DMARC1;p=none");
    assertEquals(AlignmentMode.RELAXED, record.adkim());
    assertEquals(AlignmentMode.RELAXED, record.aspf());
    assertEquals(Psd.UNSAID, record.psd());
    assertEquals(Optional.of("0"), DmarcTag.FO.usual());
    assertEquals(Optional.empty(), record.value(DmarcTag.FO));
    assertEquals("", faults(record));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "100, 100", "101, -1", "x, -1", "'', -1"})
  void aPartOfTheMail(String value, int pct) {
    PublishedDmarc record = parse("v=DMARC1; p=none; pct=" + value);
    assertEquals(pct < 0 ? OptionalInt.empty() : OptionalInt.of(pct), record.pct());
  }

  /** The spellings of mailauth, rfc9989-compliance-test.js. */
  @ParameterizedTest
  @CsvSource({
    "'', RELAXED",
    "; adkim=r, RELAXED",
    "; adkim=s, STRICT",
    "; adkim=S, STRICT",
    "; adkim = s, STRICT",
    "; ADKIM=s, STRICT"
  })
  void theModeHoweverItIsSpelled(String tag, AlignmentMode mode) {
    assertEquals(mode, parse("v=DMARC1; p=none" + tag).adkim());
  }

  /** What is wrong, as FLAW@place tag=text. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          v=DMARC1; p=none;                       | ''
          v=DMARC1 ; p = none                     | ''
          V=DMARC1;p=NONE;ADKIM=S                 | ''
          v=DMARC1; p=none; rua=mailto:a@b.c;;    | EMPTY_TAG@35 =
          v=DMARC1; ; p=none                      | EMPTY_TAG@9 =
          v=DMARC1; p=none; x                     | NO_EQUALS@18 =x
          v=DMARC1; p=none; mailto:a@b.c          | NO_EQUALS@18 =mailto:a@b.c
          v=DMARC1; p=none; 1a=b                  | BAD_NAME@18 =1a
          v=DMARC1; p=none; =b                    | BAD_NAME@18 =
          v=DMARC1; p=none; sp=                   | EMPTY_VALUE@21 sp=
          v=DMARC1; p=none; sp=r\u00e9ject        | BAD_VALUE@21 sp=r\u00e9ject BAD_CHARACTER@22 sp=\u00e9
          v=DMARC1; p=none; p=reject              | DUPLICATE_TAG@18 p=reject
          v=DMARC1; p=none; bimi=1                | UNKNOWN_TAG@18 bimi=1
          v=DMARC1; p=none; pct=50                | REMOVED_TAG@18 pct=50
          v=DMARC1; p=none; pct=101               | REMOVED_TAG@18 pct=101 OUT_OF_RANGE@22 pct=101
          v=DMARC1; p=none; pct=-1                | REMOVED_TAG@18 pct=-1 BAD_VALUE@22 pct=-1
          v=DMARC1; p=none; ri=4294967296         | REMOVED_TAG@18 ri=4294967296 OUT_OF_RANGE@21 ri=4294967296
          v=DMARC1; p=none; rf=afrf               | REMOVED_TAG@18 rf=afrf
          v=DMARC1; p=none; rf=xml                | REMOVED_TAG@18 rf=xml BAD_VALUE@21 rf=xml
          v=DMARC1; p=block                       | BAD_VALUE@12 p=block
          v=DMARC1; p=none, sp=none               | BAD_VALUE@12 p=none, sp=none
          v=DMARC1; p=none; adkim=relaxed         | BAD_VALUE@24 adkim=relaxed
          v=DMARC1; p=none; t=1                   | BAD_VALUE@20 t=1
          v=DMARC1; p=none; psd=x                 | BAD_VALUE@22 psd=x
          v=DMARC1; p=none; fo=0:1; ruf=mailto:a@b.c | CONTRADICTION@21 fo=0:1
          v=DMARC1; p=none; fo=2; ruf=mailto:a@b.c   | BAD_VALUE@21 fo=2
          v=DMARC1; p=none; fo=1                  | IDLE_TAG@18 fo=1
          v=DMARC1; rua=mailto:a@b.c              | MISSING_TAG@26 p=
          v=DMARC1; rua=mailto:a@b.c; p=none      | MISPLACED_TAG@28 p=none
          v=DMARC1                                | MISSING_TAG@8 p=
          """)
  void whatIsWrongHasItsPlace(String text, String faults) {
    assertEquals(faults, faults(parse(text)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          v=DMARC1; p=none                                 | AS_PUBLISHED
          v=DMARC1; p=reject; sp=none                      | AS_PUBLISHED
          v=DMARC1; rua=mailto:a@example.com               | AS_NONE
          v=DMARC1; p=x; rua=mailto:a@example.com          | AS_NONE
          v=DMARC1; p=reject; sp=x; rua=mailto:a@b.c       | AS_NONE
          v=DMARC1; p=reject; np=x; rua=https://b.c/       | AS_NONE
          v=DMARC1; p=reject; sp=x                         | NOT_AT_ALL
          v=DMARC1; p=x; rua=a@example.com                 | NOT_AT_ALL
          v=DMARC1; sp=reject                              | NOT_AT_ALL
          v=DMARC1                                         | NOT_AT_ALL
          """)
  void whatReceiversMakeOfIt(String text, Use use) {
    assertEquals(use, parse(text).use());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          v=dmarc1; p=none         | CASE
          v=Dmarc1                 | CASE
          ^ v=DMARC1; p=none^      | LEADING_TEXT
          "v=DMARC1; p=none"       | LEADING_TEXT
          \u201cv=DMARC1; p=none   | LEADING_TEXT
          v=DMARC1 p=none          | NO_SEMICOLON
          v=DMARC1, p=none         | NO_SEMICOLON
          v=DMARC1:p=none          | NO_SEMICOLON
          p=none; v=DMARC1         | VERSION_NOT_FIRST
          p=none; rua=mailto:a@b.c | NO_VERSION
          v=DMARC2; p=none         | OTHER_VERSION
          v=DMARC11; p=none        | OTHER_VERSION
          v=DMARC; p=none          | OTHER_VERSION
          v=spf1 -all              | UNRELATED
          hello                    | UNRELATED
          ^^                       | UNRELATED
          """)
  void whatIsNoRecordComesNearOne(String text, Likeness likeness) {
    assertEquals(Optional.empty(), PublishedDmarc.parse(text));
    assertEquals(likeness, OtherText.of(text).likeness());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mailto:a@example.com                | mailto:a@example.com 32 example.com
          mailto:a@example.com!10m            | mailto:a@example.com 32 example.com 10m
          MAILTO:a@Example.COM!5              | MAILTO:a@Example.COM 32 example.com 5
          mailto:a@b.c, mailto:d@e.f          | mailto:a@b.c 32 b.c,mailto:d@e.f 46 e.f
          mailto:a%21b@b.c?subject=x          | mailto:a%21b@b.c?subject=x 32 b.c
          mailto:                             | mailto: 32 NO_ADDRESS
          mailto:?subject=x                   | mailto:?subject=x 32 NO_ADDRESS
          mailto:a                            | mailto:a 32 BAD_ADDRESS
          mailto:@b.c                         | mailto:@b.c 32 BAD_ADDRESS
          mailto:a@                           | mailto:a@ 32 BAD_ADDRESS
          mailto:a@[192.0.2.1]                | mailto:a@[192.0.2.1] 32 BAD_ADDRESS
          mailto:a b@c.d                      | mailto:a b@c.d 32 NOT_A_URI
          mailto:a%zz@c.d                     | mailto:a%zz@c.d 32 NOT_A_URI
          mailto:a!b@c.d                      | mailto:a!b@c.d 32 UNESCAPED_MARK
          a@example.com                       | a@example.com 32 NO_SCHEME
          mailto:a,b@c.d                      | mailto:a 32 BAD_ADDRESS,b@c.d 41 NO_SCHEME
          mailto:a@b.c,                       | mailto:a@b.c 32 b.c, 45 EMPTY
          https://example.com/in              | https://example.com/in 32 example.com OTHER_SCHEME
          http:                               | http: 32 NOT_A_URI
          mailto:a@b.c mailto:d@e.f           | mailto:a@b.c mailto:d@e.f 32 NOT_A_URI
          """)
  void destinations(String list, String read) {
    PublishedDmarc record = parse("v=DMARC1; p=none; adkim=s; rua= " + list);
    assertEquals(
        read, record.rua().stream().map(PublishedDmarcTest::told).collect(Collectors.joining(",")));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void anythingIsRead(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(random.nextInt(9) == 0 ? "" : GOOD);
      for (int n = random.nextInt(6); n >= 0; n--) {
        int at = random.nextInt(text.length() + 1);
        switch (random.nextInt(3)) {
          case 0 -> text.insert(at, (char) random.nextInt(256));
          case 1 -> text.insert(at, GOOD, 0, random.nextInt(GOOD.length()));
          default -> text.delete(at, at + random.nextInt(5));
        }
      }
      read(text.toString());
    }
  }

  @Test
  void neitherLengthNorNumberStopsIt() {
    read("v=DMARC1;" + "a=b;".repeat(16_000));
    read("v=DMARC1;" + ";".repeat(64_000));
    read("v=DMARC1; rua=" + ",".repeat(64_000));
    read("v=DMARC1; rua=" + "mailto:a@b.c,".repeat(5_000));
    read("v=DMARC1; rua=mailto:" + "%41".repeat(20_000) + "@b.c");
    read("v=DMARC1; fo=" + "0:".repeat(32_000));
    read("v=DMARC1" + " ".repeat(64_000) + "x");
    read(" ".repeat(64_000) + "v=DMARC1");
    read("p" + " ".repeat(64_000));
    read("v ".repeat(32_000) + "v=DMARC1");
  }

  private static void read(String text) {
    Optional<PublishedDmarc> record = PublishedDmarc.parse(text);
    if (record.isEmpty()) {
      assertEquals(text, OtherText.of(text).text());
    }
    record.ifPresent(PublishedDmarc::use);
    record.ifPresent(PublishedDmarc::pct);
  }

  private static PublishedDmarc parse(String text) {
    return PublishedDmarc.parse(text).orElseThrow();
  }

  private static String faults(PublishedDmarc record) {
    return record.faults().stream()
        .map(f -> f.defect() + "@" + f.place() + " " + f.tag() + "=" + f.text())
        .collect(Collectors.joining(" "));
  }

  private static String told(ReportUri uri) {
    String told = uri.text() + " " + uri.place();
    told += uri.host().map(DomainName::text).map(h -> " " + h).orElse("");
    told += uri.size().map(s -> " " + s.toLowerCase(Locale.ROOT)).orElse("");
    return told + uri.problem().map(p -> " " + p).orElse("");
  }
}
