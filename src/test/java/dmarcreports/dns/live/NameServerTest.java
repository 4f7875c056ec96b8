package dmarcreports.dns.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a name server is written. */
class NameServerTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1, 53",
    "192.0.2.1:5353, 192.0.2.1, 5353",
    "localhost, localhost, 53",
    "localhost:54, localhost, 54",
    "2001:db8::1, 2001:db8:0:0:0:0:0:1, 53",
    "::1, 0:0:0:0:0:0:0:1, 53",
    "[2001:db8::1], 2001:db8:0:0:0:0:0:1, 53",
    "[2001:db8::1]:5353, 2001:db8:0:0:0:0:0:1, 5353"
  })
  void isReadWithOrWithoutAPort(String text, String host, int port) {
    NameServer read = NameServer.parse(text);
    assertEquals(text, read.shown());
    assertEquals(host, read.address().getHostString().replace("/", ""));
    assertEquals(port, read.address().getPort());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":53",
        "192.0.2.1:",
        "192.0.2.1:0",
        "192.0.2.1:65536",
        "192.0.2.1:99999",
        "[::1]:0",
        "[::1",
        "::1]",
        "[]:53",
        "a b",
        "no.such.host.invalid",
        "192.0.2.1:53:54"
      })
  void anythingElseIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> NameServer.parse(text));
  }
}
