package dmarcreports.analysis.remedy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dmarcreports.analysis.Told;
import dmarcreports.dns.Shown;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where DNS has shown a record, the whole of what is to stand there is told. */
class ShownRecordsTest {
  private static List<String> dns(Told told, String codes) {
    return told.remedyOf(codes).dnsRecords().stream().map(DnsRecord::text).toList();
  }

  @ParameterizedTest(name = "{2} of {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "p=none aspf=s | v=DMARC1; p=none; aspf=s; rua=mailto:d@example.com | relax_aspf"
            + " | v=DMARC1; p=none; aspf=r; rua=mailto:d@example.com",
        "p=none aspf=s | v=DMARC1;p=none;rua=mailto:d@example.com;x=1 | relax_aspf"
            + " | v=DMARC1; p=none; aspf=r; rua=mailto:d@example.com; x=1",
        "p=none | v=DMARC1; p=none; rua=mailto:d@example.com; ruf=mailto:f@example.com"
            + " | enforce_policy | v=DMARC1; p=quarantine; rua=mailto:d@example.com;"
            + " ruf=mailto:f@example.com",
        // already stricter than what the reports have seen: never softened
        "p=none | v=DMARC1; p=reject; rua=mailto:d@example.com | enforce_policy"
            + " | v=DMARC1; p=reject; rua=mailto:d@example.com",
        "p=none | v=DMARC1; p=none; pct=50 | enforce_policy | v=DMARC1; p=quarantine; pct=50",
        // what receivers do not read as it stands is not built upon
        "p=none aspf=s | v=DMARC1; p=nonsense; rua=mailto:d@example.com | relax_aspf"
            + " | v=DMARC1; p=none; aspf=r; rua=PRESENT-VALUE",
      })
  void theDmarcRecordKeepsAllElse(String reported, String shown, String code, String whole) {
    Told told =
        Told.under("example.com " + reported)
            .dns(Shown.of("_dmarc.example.com TXT \"" + shown + "\""));
    assertEquals(List.of("_dmarc.example.com. TXT \"" + whole + "\""), dns(told, code));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "v=spf1 include:amazonses.com ~all | v=spf1 ip4:192.0.2.1 include:amazonses.com ~all",
        "v=spf1 redirect=example.net | v=spf1 ip4:192.0.2.1 redirect=example.net",
        "v=spf1 IP4:192.0.2.1 -all | v=spf1 IP4:192.0.2.1 -all",
        "- | v=spf1 ip4:192.0.2.1 ~all",
        "v=spf1 ip4:1.2.3 ~all | v=spf1 ip4:192.0.2.1 REST-OF-PRESENT-RECORD",
        "!SERVFAIL | v=spf1 ip4:192.0.2.1 REST-OF-PRESENT-RECORD",
      })
  void theSpfRecordHasTheAddressesBesideAllElse(String shown, String whole) {
    boolean record = shown.startsWith("v=");
    Told told =
        Told.under("example.com p=none")
            .spfDomains("example.com")
            .addresses("192.0.2.1")
            .dns(Shown.of("example.com TXT " + (record ? "\"" + shown + "\"" : shown)));
    assertEquals(List.of("example.com. TXT \"" + whole + "\""), dns(told, "authorize_in_spf"));
  }

  @Test
  void aLongRecordIsCutIntoStringsThatJoinToTheSame() {
    String includes = "include:a234567890b234567890c234567890d234567890.example.net ".repeat(5);
    Told told =
        Told.under("example.com p=none")
            .spfDomains("example.com")
            .addresses("192.0.2.1")
            .dns(Shown.of("example.com TXT \"v=spf1 " + includes + "-all\""));
    String text = dns(told, "authorize_in_spf").get(0);
    String[] strings =
        text.substring("example.com. TXT \"".length(), text.length() - 1).split("\" \"");
    assertEquals(2, strings.length);
    assertEquals("v=spf1 ip4:192.0.2.1 " + includes + "-all", String.join("", strings));
  }
}
