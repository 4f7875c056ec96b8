package dmarcreports.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceIpTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          192.0.2.1                       | 192.0.2.1
          '  192.0.2.1 '                  | 192.0.2.1
          0.0.0.0                         | 0.0.0.0
          255.255.255.255                 | 255.255.255.255
          [192.0.2.1]                     | 192.0.2.1
          192.0.2.1:25                    | 192.0.2.1
          [192.0.2.1]:25                  | 192.0.2.1
          192.0.2.1 (mail.example)        | 192.0.2.1
          192.0.2.1:25 (mail.example)     | 192.0.2.1
          2001:DB8::1                     | 2001:db8::1
          2001:0db8:0000:0000:0000:0000:0000:0001 | 2001:db8::1
          [2001:db8::1]                   | 2001:db8::1
          [2001:db8::1]:65535             | 2001:db8::1
          2001:db8::1 (mail.example)      | 2001:db8::1
          fe80::1%eth0                    | fe80::1
          [fe80::1%25eth0]                | fe80::1
          ::ffff:192.0.2.1                | 192.0.2.1
          ::FFFF:c000:201                 | 192.0.2.1
          0:0:0:0:0:ffff:192.0.2.1        | 192.0.2.1
          64:ff9b::192.0.2.33             | 64:ff9b::c000:221
          ::                              | ::
          ::1                             | ::1
          1::                             | 1::
          1:2:3:4:5:6:7::                 | 1:2:3:4:5:6:7:0
          2001:db8:0:1:1:1:1:1            | 2001:db8:0:1:1:1:1:1
          2001:0:0:1:0:0:0:1              | 2001:0:0:1::1
          2001:db8:0:0:1:0:0:1            | 2001:db8::1:0:0:1
          """)
  void aLiteralHasOneSpelling(String text, String spelled) {
    assertEquals(Optional.of(spelled), SourceIp.parse(text).map(SourceIp::text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "X.X.X.X",
        "localhost",
        "mail.example",
        "a.b.c.d",
        "dead.beef",
        "http://192.0.2.1",
        "http://192.0.2.1/",
        "192.0.2.1/24",
        "2001:db8::/32",
        "192.0.2.1:smtp",
        "192.0.2.1:25/path",
        "192.0.2.1:",
        "192.0.2.1 mail.example",
        "192.0.2.1 (mail.example",
        "192.0.2.1 192.0.2.2",
        "192.0.2.1,192.0.2.2",
        "192.0.2.1%eth0",
        "[192.0.2.1",
        "192.0.2.1]",
        "[192.0.2.1]x",
        "[[192.0.2.1]]",
        "[]",
        "192.000.002.001",
        "192.0.2.01",
        "0300.0.2.1",
        "0xC0.0.2.1",
        "3221225985",
        "192.0.513",
        "192.0.2",
        "192.0.2.1.1",
        "192.0.2.256",
        "192.0.2.-1",
        "192.0..1",
        ".192.0.2.1",
        "192.0.2.1.",
        "١٩٢.0.2.1",
        "１92.0.2.1",
        "2001:db8::１",
        ":",
        ":::",
        "1:::2",
        "1::2::3",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1::2:3:4:5:6:7:8:9",
        "12345::",
        "g::",
        ":1",
        "1:",
        "192.0.2.1::1",
        "::192.0.2.1:1",
        "::192.0.2",
        "::ffff:192.0.2.01",
        "1:2:3:4:5:6:7:192.0.2.1",
        "%eth0"
      })
  void whatIsNoLiteralIsRefused(String text) {
    assertEquals(Optional.empty(), SourceIp.parse(text));
  }

  @Test
  void aNameIsNeverResolved() {
    // a lookup of a name that does not exist takes longer than all of these
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          for (int i = 0; i < 100_000; i++) {
            assertEquals(Optional.empty(), SourceIp.parse("host" + i + ".invalid"));
          }
        });
  }

  @Test
  void aHugeTextIsRefusedQuickly() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          for (String part : List.of("1", ":", ".", "1:", "1.", "[", "(", " ", "%", "1 (")) {
            assertEquals(Optional.empty(), SourceIp.parse(part.repeat(65_536)));
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"2001:DB8::1", "::ffff:192.0.2.1", " 192.0.2.1", "2001:db8:0::1", "x"})
  void onlyTheOneSpellingMakesAnAddress(String text) {
    assertThrows(IllegalArgumentException.class, () -> new SourceIp(text));
  }

  @Test
  void bytesMakeTheRoundTripAndAgreeWithJava() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[random.nextBoolean() ? 4 : 16];
      for (int b = 0; b < bytes.length; b++) {
        bytes[b] = (byte) (random.nextInt(3) == 0 ? random.nextInt(256) : 0);
      }
      SourceIp ip = SourceIp.of(bytes);
      assertArrayEquals(bytes, ip.bytes(), "seed " + seed);
      assertEquals(Optional.of(ip), SourceIp.parse(ip.text()), "seed " + seed);
      // a literal: Java asks nobody
      assertArrayEquals(bytes, InetAddress.getByName(ip.text()).getAddress(), "seed " + seed);
    }
  }

  @Test
  void onlyFourOrSixteenBytesAreAnAddress() {
    assertThrows(IllegalArgumentException.class, () -> SourceIp.of(new byte[5]));
  }

  @Test
  void theOrderIsByFamilyThenByNumber() {
    List<String> ordered =
        List.of("2.0.0.1", "10.0.0.1", "192.0.2.9", "192.0.2.10", "::1", "2001:db8::2", "fe80::");
    assertEquals(
        ordered,
        Stream.of("fe80::", "192.0.2.10", "::1", "10.0.0.1", "2001:db8::2", "192.0.2.9", "2.0.0.1")
            .map(SourceIp::new)
            .sorted()
            .map(SourceIp::text)
            .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.77, 192.0.2.0/24",
    "2001:db8:1:2::3, 2001:db8:1::/48",
    "2001:db8::3, 2001:db8::/48",
    "::1, ::/48"
  })
  void theNetworkIsSharedWithNeighbours(String address, String network) {
    assertEquals(network, new SourceIp(address).network());
  }
}
