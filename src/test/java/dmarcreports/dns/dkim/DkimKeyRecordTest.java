package dmarcreports.dns.dkim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.dns.Zone;
import dmarcreports.dns.dkim.DkimKeyRecord.KeyState;
import dmarcreports.report.DomainName;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DkimKeyRecordTest {
  private static final DomainName DOMAIN = new DomainName("example.com");

  /** RFC 8463, A.2. */
  private static final String ED25519 = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

  private static final Map<Integer, String> RSA = new TreeMap<>();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          v=DKIM1; k=rsa; p=RSA2048           | USABLE            | 2048
          v=DKIM1; p=RSA1024                  | USABLE            | 1024
          p=RSA2048                           | USABLE            | 2048
          v=DKIM1; t=y:s; p=RSA2048;          | USABLE            | 2048
          v=DKIM1; h=sha1:sha256; p=RSA2048   | USABLE            | 2048
          v=DKIM1; s=email; p=RSA2048         | USABLE            | 2048
          v=DKIM1; s=*; n=hello; p=RSA2048    | USABLE            | 2048
          v=DKIM1; k=ed25519; p=ED25519       | USABLE            | 256
          v=DKIM1; p=RSA512                   | TOO_SHORT         | 512
          v=DKIM1; p=                         | REVOKED           | -1
          v=DKIM1; k=rsa; p=                  | REVOKED           | -1
          v=DKIM1; k=rsa                      | MISSING           | -1
          v=DKIM1; p=CUT                      | UNREADABLE        | -1
          v=DKIM1; p=abc*                     | UNREADABLE        | -1
          v=DKIM1; k=ed25519; p=RSA2048       | UNREADABLE        | -1
          v=DKIM1; p=ED25519                  | UNREADABLE        | -1
          v=DKIM1; k=dsa; p=RSA2048           | UNKNOWN_ALGORITHM | -1
          v=DKIM1; h=sha1; p=RSA2048          | NOT_FOR_MAIL      | 2048
          v=DKIM1; s=tlsrpt; p=RSA2048        | NOT_FOR_MAIL      | 2048
          """)
  void whatASignatureCanComeTo(String text, KeyState state, int bits) {
    DkimKeyRecord record = DkimKeyRecord.parse(filled(text)).orElseThrow();
    assertEquals(state, record.state());
    assertEquals(bits < 0 ? OptionalInt.empty() : OptionalInt.of(bits), record.key().bits());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "v=spf1 -all", "v=DKIM2; p=x", "v=dkim1; p=x", "k=rsa", "hello"})
  void whatIsNoKeyRecord(String text) {
    assertEquals(Optional.empty(), DkimKeyRecord.parse(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          v=DKIM1; p=                | ''
          p=; v=DKIM1                | MISPLACED_TAG@4 v=DKIM1
          v=DKIM1; g=*; p=           | REMOVED_TAG@9 g=*
          v=DKIM1; x=1; p=           | UNKNOWN_TAG@9 x=1
          v=DKIM1; p=; p=            | DUPLICATE_TAG@13 p=
          v=DKIM1; p=ab-c            | BAD_VALUE@13 p=-
          v=DKIM1; p=\\;             | BAD_VALUE@11 p=\\
          v=DKIM1 k=rsa; p=          | none
          """)
  void whatIsWrongHasItsPlace(String text, String faults) {
    assertEquals(
        faults,
        DkimKeyRecord.parse(text)
            .map(
                r ->
                    r.faults().stream()
                        .map(f -> f.defect() + "@" + f.place() + " " + f.tag() + "=" + f.text())
                        .collect(Collectors.joining(" ")))
            .orElse("none"));
  }

  @Test
  void flagsAndNotesAreRead() {
    DkimKeyRecord record = DkimKeyRecord.parse("v=DKIM1; t= y : s ; n=for tests; p=").orElseThrow();
    assertTrue(record.isTesting());
    assertTrue(record.isForItsDomainOnly());
    assertEquals(Optional.of("for tests"), record.note());
    DkimKeyRecord plain = DkimKeyRecord.parse("v=DKIM1; p=").orElseThrow();
    assertFalse(plain.isTesting());
    assertFalse(plain.isForItsDomainOnly());
  }

  @Test
  void aKeyMayBeFoldedAndInSeveralStrings() {
    String key = filled("RSA2048");
    String half = key.substring(0, 200);
    Zone zone =
        Zone.of(
            "s1._domainkey.example.com TXT \"v=DKIM1; p="
                + half
                + "\" \""
                + key.substring(200)
                + "\"",
            "s2._domainkey.example.com TXT \"v=DKIM1; p=" + half + "  " + key.substring(200) + "\"",
            "s3._domainkey.example.com TXT \"v=DKIM1; p=" + half + "\"");
    assertEquals(KeyState.USABLE, key(zone, "s1").state());
    assertEquals(KeyState.USABLE, key(zone, "S2").state());
    assertEquals(KeyState.UNREADABLE, key(zone, "s3").state());
  }

  @Test
  void severalKeysAndNoneAreToldApart() {
    Zone zone =
        Zone.of(
            "two._domainkey.example.com TXT \"v=DKIM1; p=\"",
            "two._domainkey.example.com TXT \"v=DKIM1; p=x\"",
            "one._domainkey.example.com TXT \"v=DKIM1; p=\"",
            "other._domainkey.example.com TXT \"hello\"",
            "down._domainkey.example.com TXT !SERVFAIL");
    assertTrue(DkimKeyLookup.of("two", DOMAIN, zone).isAmbiguous());
    assertEquals(1, DkimKeyLookup.of("other", DOMAIN, zone).others().size());
    assertEquals(0, DkimKeyLookup.of("two", DOMAIN, zone).others().size());
    assertFalse(DkimKeyLookup.of("other", DOMAIN, zone).isAmbiguous());
    assertFalse(DkimKeyLookup.of("one", DOMAIN, zone).isAmbiguous());
    assertTrue(DkimKeyLookup.of("down", DOMAIN, zone).failed());
    assertFalse(DkimKeyLookup.of("gone", DOMAIN, zone).failed());
    assertEquals(Optional.empty(), DkimKeyLookup.of("gone", DOMAIN, zone).key());
  }

  @Test
  void aSelectorInULabelsIsAskedForInALabels() {
    Zone zone = Zone.of();
    DkimKeyLookup.of("schl\u00fcssel", DOMAIN, zone);
    assertEquals("xn--schlssel-95a._domainkey.example.com. TXT", zone.asked().get(0).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "a..b", "\u20ac\u0000"})
  void aSelectorThatIsNoneIsNotAsked(String selector) {
    Zone zone = Zone.of();
    DkimKeyLookup lookup = DkimKeyLookup.of(selector, DOMAIN, zone);
    assertEquals(Optional.empty(), lookup.question());
    assertEquals(0, zone.asked().size());
    DkimKeyLookup.of("a".repeat(70_000), DOMAIN, zone);
    DkimKeyLookup.of("a b;\"\\\u0000", DOMAIN, zone);
    assertEquals(1, zone.asked().size());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anythingIsRead(long seed) {
    Random random = new Random(seed);
    String good = filled("v=DKIM1; k=rsa; t=s; h=sha256; p=RSA1024");
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder(random.nextInt(9) == 0 ? "" : good);
      for (int n = random.nextInt(6); n >= 0; n--) {
        int at = random.nextInt(text.length() + 1);
        switch (random.nextInt(3)) {
          case 0 -> text.insert(at, (char) random.nextInt(256));
          case 1 -> text.insert(at, good, 0, random.nextInt(good.length()));
          default -> text.delete(at, at + random.nextInt(5));
        }
      }
      DkimKeyRecord.parse(text.toString()).ifPresent(DkimKeyRecord::state);
    }
  }

  @Test
  void neitherLengthNorNumberStopsIt() {
    for (String part : new String[] {"A", "=", ":", " ", ";", "t=y;", "AAAA"}) {
      DkimKeyRecord.parse("v=DKIM1; p=" + part.repeat(64_000)).ifPresent(DkimKeyRecord::state);
      DkimKeyRecord.parse("p=x; t=" + part.repeat(64_000)).ifPresent(DkimKeyRecord::isTesting);
    }
  }

  private static DkimKeyRecord key(Zone zone, String selector) {
    return DkimKeyLookup.of(selector, DOMAIN, zone).key().orElseThrow();
  }

  private static String filled(String text) {
    String filled = text.replace("=ED25519", "=" + ED25519);
    for (int bits : new int[] {2048, 1024, 512}) {
      filled = filled.contains("RSA" + bits) ? filled.replace("RSA" + bits, rsa(bits)) : filled;
    }
    return filled.replace("CUT", rsa(2048).substring(0, 240));
  }

  private static String rsa(int bits) {
    return RSA.computeIfAbsent(
        bits,
        size -> {
          try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(size);
            byte[] key = generator.generateKeyPair().getPublic().getEncoded();
            return Base64.getEncoder().encodeToString(key);
          } catch (NoSuchAlgorithmException none) {
            throw new IllegalStateException(none);
          }
        });
  }
}
