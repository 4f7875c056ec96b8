package dmarcreports.dns.spf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dmarcreports.dns.ResourceRecord.Text;
import dmarcreports.dns.Zone;
import dmarcreports.report.DomainName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpfVoidsTest {
  private static final DomainName DOMAIN = new DomainName("example.com");
  private static final String WORLD =
      """
      both.example A 192.0.2.1
      both.example AAAA 2001:db8::1
      old.example A 192.0.2.1
      mail.example MX 10 both.example
      mail.example MX 20 old.example
      mail.example MX 30 gone.example
      null.example MX 0 .
      inner.example TXT "v=spf1 a:gone.example -all"
      down.example A !SERVFAIL
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a:both.example -all           | []                 | []
          a:old.example -all            | []                 | [old.example. AAAA]
          a:gone.example -all           | [gone.example. A]  | [gone.example. AAAA]
          a -all                        | [example.com. A]   | [example.com. AAAA]
          -all a:gone.example           | []                 | []
          mx:mail.example -all          | [gone.example. A]  | [old.example. AAAA, gone.example. AAAA]
          mx:null.example -all          | []                 | []
          mx:gone.example -all          | [gone.example. MX] | [gone.example. MX]
          exists:gone.example -all      | [gone.example. A]  | [gone.example. A]
          exists:%{i}.gone.example -all | []                 | []
          include:inner.example -all    | [gone.example. A]  | [gone.example. AAAA]
          redirect=inner.example        | [gone.example. A]  | [gone.example. AAAA]
          ptr ip4:192.0.2.1 -all        | []                 | []
          """)
  void whatHasNothingToFind(String terms, String overIpv4, String overIpv6) {
    SpfVoids voids = voids(Zone.of(WORLD, "example.com TXT \"v=spf1 " + terms + "\""));
    assertEquals(overIpv4, voids.overIpv4().toString());
    assertEquals(overIpv6, voids.overIpv6().toString());
    assertEquals(true, voids.whole());
    assertEquals(false, breakLimit(voids));
  }

  @Test
  void threeAreTooMany() {
    Zone zone =
        Zone.of(WORLD, "example.com TXT \"v=spf1 a:a.example a:b.example a:c.example -all\"");
    assertEquals(true, breakLimit(voids(zone)));
  }

  @Test
  void neitherAFailureNorWhatIsNotAskedIsOne() {
    SpfVoids failed = voids(Zone.of(WORLD, "example.com TXT \"v=spf1 a:down.example -all\""));
    assertEquals(false, failed.whole());
    assertEquals(List.of(), failed.overIpv4());
    Zone many =
        Zone.of(WORLD)
            .with("example.com", new Text(List.of("v=spf1 " + "a:old.example ".repeat(9_000))));
    assertEquals(false, voids(many).whole());
    assertEquals(1 + SpfVoids.MAX_NAMES, many.asked().size());
  }

  private static boolean breakLimit(SpfVoids voids) {
    return Math.max(voids.overIpv4().size(), voids.overIpv6().size()) > SpfLimits.MAX_VOIDS;
  }

  private static SpfVoids voids(Zone zone) {
    return SpfVoids.of(SpfTree.of(DOMAIN, zone), zone);
  }
}
