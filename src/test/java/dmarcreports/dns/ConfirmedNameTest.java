package dmarcreports.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dmarcreports.report.DomainName;
import dmarcreports.report.SourceIp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfirmedNameTest {
  private static final SourceIp IP = SourceIp.parse("192.0.2.9").orElseThrow();
  private static final String REVERSE = "9.2.0.192.in-addr.arpa PTR ";

  private static String name(SourceIp ip, Zone zone) {
    return ConfirmedName.of(ip, zone).map(DomainName::text).orElse("-");
  }

  private static String name(String... lines) {
    return name(IP, Zone.of(lines));
  }

  @Test
  void aNameCountsThatLeadsBack() {
    assertEquals("mx.example", name(REVERSE + "MX.example.", "mx.example A 192.0.2.9"));
    assertEquals(
        "mx.example",
        name(REVERSE + "mx.example.", "mx.example A 192.0.2.1", "mx.example A 192.0.2.9"));
    assertEquals("-", name(REVERSE + "mx.example.", "mx.example A 192.0.2.1"));
    assertEquals("-", name(REVERSE + "mx.example."));
    assertEquals("-", name("mx.example A 192.0.2.9"));
  }

  @Test
  void nothingIsConcludedFromWhatFailed() {
    assertEquals("-", name(REVERSE + "mx.example.", "mx.example A !SERVFAIL"));
    assertEquals("-", name(REVERSE + "!TIMEOUT", "mx.example A 192.0.2.9"));
  }

  @Test
  void aliasesAreFollowedOnBothWays() {
    assertEquals(
        "mx.example",
        name(
            "9.2.0.192.in-addr.arpa CNAME 9.0-15.2.0.192.in-addr.arpa.",
            "9.0-15.2.0.192.in-addr.arpa PTR mx.example.",
            "mx.example CNAME real.example.",
            "real.example A 192.0.2.9"));
  }

  @Test
  void anAddressOfSixLeadsToOneOfSix() {
    SourceIp ip = SourceIp.parse("2001:db8::9").orElseThrow();
    String reverse = DnsName.reverse(ip) + " PTR mx.example.";
    assertEquals("mx.example", name(ip, Zone.of(reverse, "mx.example AAAA 2001:db8::9")));
    assertEquals("-", name(ip, Zone.of(reverse, "mx.example A 192.0.2.9")));
  }

  @Test
  void noMoreThanAFewNamesAreFollowed() {
    List<String> lines = new ArrayList<>();
    for (char c = 'a'; c <= 'z'; c++) {
      lines.add(REVERSE + c + ".example.");
    }
    lines.add("z.example A 192.0.2.9");
    Zone zone = Zone.of(lines.toArray(String[]::new));
    assertEquals("-", name(IP, zone));
    assertEquals(1 + ConfirmedName.MOST_NAMES, zone.asked().size());
  }

  @Test
  void aNameThatMailCouldNotHaveIsNotFollowed() {
    for (String hostile :
        List.of("\\027[31m.example.", "a\\032b.example.", "a\\.b.example.", "<b>.example.", "9.")) {
      Zone zone = Zone.of(REVERSE + hostile);
      assertEquals(Optional.empty(), ConfirmedName.of(IP, zone), hostile);
      assertEquals(1, zone.asked().size(), hostile);
    }
  }
}
