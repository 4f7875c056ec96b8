package dmarcreports.analysis.sender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.analysis.Mail;
import dmarcreports.report.DomainName;
import dmarcreports.report.SourceIp;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of services: no two rows claim the same, and each is recognised. */
class SenderProfilesTest {
  private static final SenderProfiles STANDARD = SenderProfiles.standard();

  static List<SenderProfile> all() {
    return STANDARD.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void isRecognised(SenderProfile profile) {
    for (DomainName suffix : profile.spfSuffixes()) {
      assertEquals(Optional.of(profile), STANDARD.passingSpfAs(suffix));
      assertEquals(Optional.of(profile), STANDARD.passingSpfAs(new DomainName("x." + suffix)));
      assertEquals(Optional.empty(), STANDARD.passingSpfAs(new DomainName("x" + suffix)));
    }
    for (DomainName suffix : profile.dkimSuffixes()) {
      assertEquals(Optional.of(profile), STANDARD.signingAs(suffix));
      String sender = Mail.from("example.com").spf("-").dkim(suffix + " pass").diagnosis().sender();
      assertEquals(
          profile.isSender() ? profile.name() : Mail.SUFFIXES.organizationalDomain(suffix).text(),
          sender);
    }
  }

  @Test
  void namesAreUnique() {
    long distinct = all().stream().map(SenderProfile::slug).distinct().count();
    assertEquals(all().size(), distinct);
    assertEquals("amazon-ses", KnownSenders.AMAZON_SES.slug());
  }

  @Test
  void refusesOverlap() {
    SenderProfile one = row("One", "a.example.com");
    assertThrows(
        IllegalArgumentException.class,
        () -> SenderProfiles.of(List.of(one, row("Two", "b.a.example.com"))));
    assertThrows(
        IllegalArgumentException.class,
        () -> SenderProfiles.of(List.of(one, row("one", "example.net"))));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          192.0.2.0/24, 192.0.2.255, true
          192.0.2.0/24, 192.0.3.0, false
          54.240.64.0/18, 54.240.127.255, true
          54.240.64.0/18, 54.240.128.0, false
          192.0.2.1, 192.0.2.1, true
          192.0.2.1, 192.0.2.2, false
          2001:db8::/33, 2001:db8:7fff::1, true
          2001:db8::/33, 2001:db8:8000::1, false
          2001:db8::/33, 32.1.13.184, false
          0.0.0.0/0, 203.0.113.9, true
          """)
  void networksHoldAddresses(String network, String address, boolean holds) {
    assertEquals(holds, Network.parse(network).orElseThrow().contains(new SourceIp(address)));
  }

  @Test
  void networksAreReadStrictly() {
    for (String odd : List.of("192.0.2.0/33", "192.0.2.0/", "192.0.2.0/x", "example.com", "")) {
      assertTrue(Network.parse(odd).isEmpty(), odd);
    }
  }

  @Test
  void amazonsAddressesAreHints() {
    assertTrue(STANDARD.mayBeAmazonSes(new SourceIp("54.240.8.13")));
    assertFalse(STANDARD.mayBeAmazonSes(new SourceIp("209.85.220.41")));
  }

  private static SenderProfile row(String name, String suffix) {
    return SenderTable.read(
            List.of(
                "name: " + name,
                "kind: sender",
                "spf: " + suffix,
                "dkim: " + suffix,
                "source: https://www.example.org/",
                "read: 2026-11-25",
                "verified: yes"))
        .get(0)
        .profile();
  }
}
