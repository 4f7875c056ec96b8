package dmarcreports.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dmarcreports.report.SourceIp;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DnsNameTest {
  private static final String LABEL = "a".repeat(63);
  private static final String LONGEST = (LABEL + ".").repeat(3) + "a".repeat(61);

  @ParameterizedTest
  @CsvSource({
    "Example.COM, example.com",
    "example.com., example.com",
    "com, com",
    "_dmarc.example.com, _dmarc.example.com",
    "a\\b.c, ab.c",
    "a\\.b.c, a\\.b.c",
    "a\\046b.c, a\\.b.c",
    "\\065.c, a.c",
    "a+b=c.d, a+b=c.d",
    "a b.c, a\\032b.c",
    "\\000.c, \\000.c",
    "a;b.c, a\\;b.c",
    "127.0.0.1, 127.0.0.1",
    "*.a, *.a",
    "~!az09AZ[`{.a, ~!az09az[`{.a",
    "\\126\\127\\128\\255.a, ~\\127\\128\\255.a",
  })
  void aNameHasOneSpelling(String text, String spelled) {
    assertEquals(Optional.of(spelled), DnsName.parse(text).map(DnsName::text));
    assertEquals(spelled, new DnsName(spelled).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", ".a", "a..b", "a\\", "a\\25", "\\256", "\\99x", "a\u0100"})
  void whatNamesNothing(String text) {
    assertEquals(Optional.empty(), DnsName.parse(text));
  }

  @Test
  void lengthsAreThoseOfTheBytes() {
    assertEquals(253, DnsName.parse(LONGEST).orElseThrow().text().length());
    assertEquals(Optional.empty(), DnsName.parse(LONGEST + "a"));
    assertEquals(Optional.empty(), DnsName.parse(LABEL + "a.b"));
    assertEquals(4 * 63, DnsName.parse("\\001".repeat(63)).orElseThrow().text().length());
    assertEquals(Optional.empty(), new DnsName(LONGEST).below("_dmarc"));
    assertEquals("_dmarc.a", new DnsName("a").below("_dmarc").orElseThrow().text());
  }

  @Test
  void bytesAreNotEscaped() {
    assertEquals(
        "a\\\\065.\\195\\164", DnsName.ofBytes("A\\065.\u00c3\u00a4").orElseThrow().text());
    assertEquals(Optional.empty(), DnsName.ofBytes("\u20ac"));
  }

  @Test
  void onlyOneSpellingIsHeld() {
    for (String other : new String[] {"", "A", "a.", "a b", "\\097"}) {
      assertThrows(IllegalArgumentException.class, () -> new DnsName(other));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 1.2.0.192.in-addr.arpa",
    "2001:db8::cafe," + " e.f.a.c.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa",
  })
  void theNameOfAnAddressLiesInReverse(String ip, String name) {
    assertEquals(name, DnsName.reverse(new SourceIp(ip)).text());
  }

  @Test
  void namesAreInTheOrderOfTheirLetters() {
    assertEquals(-1, Integer.signum(new DnsName("a.b").compareTo(new DnsName("b.a"))));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whateverIsReadIsReadAgain(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 10_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(12); n >= 0; n--) {
        text.append(
            random.nextInt(4) == 0 ? ".\\0".charAt(random.nextInt(3)) : (char) random.nextInt(256));
      }
      Optional<DnsName> name = DnsName.parse(text.toString());
      assertEquals(name, name.flatMap(n -> DnsName.parse(n.text())));
      DnsName.ofBytes(text.toString()).ifPresent(n -> assertEquals(n, new DnsName(n.text())));
    }
  }
}
