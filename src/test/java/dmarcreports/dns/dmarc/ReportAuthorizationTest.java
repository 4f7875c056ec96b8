package dmarcreports.dns.dmarc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dmarcreports.dns.Zone;
import dmarcreports.dns.dmarc.ReportAuthorization.Consent;
import dmarcreports.report.DomainName;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportAuthorizationTest {
  private static final DomainName DOMAIN = new DomainName("example.com");
  private static final String NAME = "example.com._report._dmarc.r.example.net ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TXT "v=DMARC1"                                | GIVEN
          TXT "v=DMARC1;"                               | GIVEN
          TXT "v=DMARC1; rua=mailto:x@r.example.net"    | GIVEN
          TXT "v=DMARC1; rua=mailto:x@example.org"      | LED_AWAY
          TXT "v=dmarc1"                                | NOT_GIVEN
          TXT "hello"                                   | NOT_GIVEN
          A 192.0.2.1                                   | NOT_GIVEN
          TXT !SERVFAIL                                 | UNTOLD
          * !TIMEOUT                                    | UNTOLD
          """)
  void whatTheDestinationSays(String said, Consent consent) {
    assertEquals("r.example.net " + consent, told(Zone.of(NAME + said), "mailto:a@r.example.net"));
  }

  @Test
  void itMaySaySoForAll() {
    Zone zone = Zone.of("*._report._dmarc.r.example.net TXT \"v=DMARC1\"");
    assertEquals("r.example.net GIVEN", told(zone, "mailto:a@r.example.net"));
  }

  @Test
  void thoseOfTheOwnOrganizationAreNotAsked() {
    Zone zone = Zone.of();
    assertEquals("", told(zone, "mailto:a@mail.example.com,mailto:b@example.com"));
    assertEquals(List.of(), zone.asked());
  }

  @Test
  void eachDestinationIsAskedOnce() {
    Zone zone = Zone.of();
    assertEquals(
        "example.org NOT_GIVEN, r.example.net NOT_GIVEN",
        told(zone, "mailto:a@r.example.net,mailto:b@r.example.net; ruf=mailto:c@example.org"));
    assertEquals(2, zone.asked().size());
  }

  @Test
  void notAllOfVeryManyAreAsked() {
    Zone zone = Zone.of();
    String many =
        IntStream.range(0, 5_000)
            .mapToObj(i -> "mailto:a@n" + i + ".example")
            .collect(Collectors.joining(","));
    List<ReportAuthorization> all = authorizations(DOMAIN, zone, many);
    assertEquals(5_000, all.size());
    assertEquals(ReportAuthorization.MAX_DESTINATIONS, zone.asked().size());
    assertEquals(Consent.NOT_ASKED, all.get(4_999).consent());
  }

  @Test
  void aNameMayBeTooLong() {
    DomainName domain = new DomainName(("a".repeat(60) + ".").repeat(4) + "example");
    ReportAuthorization told = authorizations(domain, Zone.of(), "mailto:a@r.example.net").get(0);
    assertEquals(Consent.NAME_TOO_LONG, told.consent());
  }

  private static String told(Zone zone, String rua) {
    return authorizations(DOMAIN, zone, rua).stream()
        .map(a -> a.destination() + " " + a.consent())
        .collect(Collectors.joining(", "));
  }

  private static List<ReportAuthorization> authorizations(
      DomainName domain, Zone zone, String rua) {
    PublishedDmarc record = PublishedDmarc.parse("v=DMARC1; p=none; rua=" + rua).orElseThrow();
    return ReportAuthorization.of(domain, record, n -> n.isAtOrBelow(DOMAIN) ? DOMAIN : n, zone);
  }
}
