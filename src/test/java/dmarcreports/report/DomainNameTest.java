package dmarcreports.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTest {
  @ParameterizedTest
  @CsvSource({
    "example.com, example.com",
    "EXAMPLE.Com, example.com",
    "example.com., example.com",
    "'  example.com ', example.com",
    "com, com",
    "_dmarc.example.com, _dmarc.example.com",
    "1e100.net, 1e100.net",
    "3.com, 3.com",
    "Bücher.example, xn--bcher-kva.example",
    "BÜCHER.EXAMPLE, xn--bcher-kva.example",
    "bu\u0308cher.example, xn--bcher-kva.example",
    "XN--bcher-kva.example, xn--bcher-kva.example",
    "例え。テスト, xn--r8jz45g.xn--zckzah"
  })
  void aNameHasOneSpelling(String text, String spelled) {
    assertEquals(Optional.of(spelled), DomainName.parse(text).map(DomainName::text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ".",
        "..",
        ".example.com",
        "example..com",
        "example.com..",
        "a b.example",
        "a.example, b.example",
        "a@b.example",
        "<example.com>",
        "192.0.2.1",
        "[192.0.2.1]",
        "2001:db8::1",
        "example.123",
        "a/b.example",
        "a\u0000b.example",
        "a\nb.example",
        "ü..example",
        "ü b.example"
      })
  void whatIsNoNameIsRefused(String text) {
    assertEquals(Optional.empty(), DomainName.parse(text));
  }

  @Test
  void lengthsAreThoseOfTheDns() {
    String label = "a".repeat(63);
    String longest = label + "." + label + "." + label + "." + "a".repeat(61);
    assertTrue(DomainName.parse(longest).isPresent());
    assertTrue(DomainName.parse(longest + ".").isPresent());
    assertEquals(Optional.empty(), DomainName.parse(longest + "a"));
    assertEquals(Optional.empty(), DomainName.parse(label + "a.example"));
  }

  @Test
  void aHugeNameIsRefusedQuickly() {
    StringBuilder huge = new StringBuilder();
    for (int i = 0; i < 60_000; i++) {
      huge.append((char) (0x4E00 + i % 20_000));
    }
    String ofDots = "ü.".repeat(30_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          for (int i = 0; i < 20; i++) {
            assertEquals(Optional.empty(), DomainName.parse(huge.toString()));
            assertEquals(Optional.empty(), DomainName.parse(ofDots));
          }
        });
  }

  @Test
  void anyTextIsReadOrRefused() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 50_000; i++) {
      int bound = random.nextBoolean() ? 0x250 : 0x10000;
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(12); length >= 0; length--) {
        text.append(random.nextInt(4) == 0 ? '.' : (char) random.nextInt(bound));
      }
      try {
        DomainName.parse(text.toString())
            .ifPresent(name -> assertEquals(Optional.of(name), DomainName.parse(name.text())));
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed + ": " + text, e);
      }
    }
  }

  @Test
  void onlyTheOneSpellingMakesAName() {
    for (String text : new String[] {"Example.com", "example.com.", " example.com", "bücher.de"}) {
      assertThrows(IllegalArgumentException.class, () -> new DomainName(text));
    }
  }

  @Test
  void aSubdomainLiesBelowALabel() {
    DomainName example = new DomainName("example.com");
    assertTrue(new DomainName("a.b.example.com").isSubdomainOf(example));
    assertFalse(new DomainName("badexample.com").isSubdomainOf(example));
    assertFalse(example.isSubdomainOf(example));
    assertTrue(example.isAtOrBelow(example));
    assertFalse(new DomainName("com").isAtOrBelow(example));
  }
}
